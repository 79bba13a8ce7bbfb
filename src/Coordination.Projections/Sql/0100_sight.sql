-- Who may see what, said once for SQL. Coordination.Domain.Kernel.Visibility says the same, and a test compares the two over all combinations.
-- 0 nothing, 1 that it exists, 2 all of it. Written so that PostgreSQL inlines it into every query and policy that calls it.
create function coordination.sight_of(addressed boolean, item_level integer, viewer_clearance integer)
returns integer
language sql immutable parallel safe
as $$
    select case
        when addressed is not true then 0
        when item_level <= viewer_clearance then 2
        when item_level < 3 then 1
        else 0
    end
$$;

-- The same for a row that says whom it is for.
create function coordination.sight(
    item_level integer, item_audience text[], originator text, viewer_agency text, viewer_groups text[], viewer_clearance integer)
returns integer
language sql immutable parallel safe
as $$ select coordination.sight_of(originator = viewer_agency or item_audience && viewer_groups, item_level, viewer_clearance) $$;

-- The viewer of this transaction. A query of a viewer sets it in its own round trip; where nobody did, nobody looks: no row is seen.
-- Written (select coordination.viewer_…()) wherever rows are judged, so that it is read once per statement and not per row.
create function coordination.viewer_agency() returns text language sql stable parallel safe
as $$ select nullif(current_setting('coord.agency', true), '') $$;

create function coordination.viewer_groups() returns text[] language sql stable parallel safe
as $$ select nullif(current_setting('coord.groups', true), '')::text[] $$;

create function coordination.viewer_clearance() returns integer language sql stable parallel safe
as $$ select nullif(current_setting('coord.clearance', true), '')::integer $$;

-- What row security lets through: all that may be read (2). A statement that only counts what is withheld says 1, and gets no other column out.
create function coordination.least_sight() returns integer language sql stable parallel safe
as $$ select case current_setting('coord.least', true) when '1' then 1 else 2 end $$;
