-- The door of 0230, asked in steps: a list asks it several times for every row, and most answers need the row of the case and nothing beside it.
-- One statement with everything in it set up a dozen plan nodes for each question.
create or replace function coordination.door(id uuid) returns integer language plpgsql stable parallel safe security definer
as $$
declare
    viewer text := nullif(current_setting('coord.agency', true), '');
    reads_as text[] := nullif(current_setting('coord.groups', true), '')::text[];
    door record;
    is_member boolean;
begin
    select d.agency, d.members, d.audience, d.level into door from readmodel.timeline_case d where d.case_id = id;
    if not found or viewer is null then
        return 0;
    end if;
    is_member := viewer = any(door.members);
    if door.agency is distinct from viewer then
        if not coalesce(door.audience && reads_as or 'members' = any(door.audience) and is_member, false)
            and not exists (select from coordination.added_to(id)) then
            return 0;
        end if;
        if exists (select from coordination.shut_out(id)) then
            return 0;
        end if;
    end if;
    if coordination.sight_of(true, door.level, nullif(current_setting('coord.clearance', true), '')::integer) < 2 then
        return 0;
    end if;
    return case when is_member then 2 else 1 end;
end $$;
