-- Statements that put row security into force on a twin as on the live table. After a bulk fill: COPY FROM is refused where it is in force.
-- $1 text: live schema, $2 text: table, $3 text: the twin's schema.
with live as (
    select c.relrowsecurity, c.relforcerowsecurity, format('%I.%I', $3, c.relname) as twin
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2 and c.relkind = 'r'
)
select 1 as step, format('alter table %s enable row level security', twin) as statement from live where relrowsecurity
union all
select 2, format('alter table %s force row level security', twin) from live where relforcerowsecurity
order by step;
