-- Rows that are not the viewer's own are asked more: whether it reads them as a member of a case, and whether they were taken back from it. Both
-- questions are put in the order in which they usually end.

-- Hardly a thing was ever taken back. To set up the whole question costs several times what it costs to see that.
create or replace function coordination.was_shut_out(id uuid) returns boolean language plpgsql stable parallel safe
as $$
begin
    if not exists (select from readmodel.timeline_limit taken where taken.stream_id = id) then
        return false;
    end if;
    return exists (select from coordination.shut_out(id));
end $$;

-- The doors of a list's cases are in hand (0299).
create or replace function coordination.member_through(id uuid) returns boolean language plpgsql stable parallel safe security definer
as $$
begin
    return exists (
        select from readmodel.timeline_link held
        where held.node = id and held.level <= (select coordination.viewer_clearance())
            and coalesce(
                (select coordination.doors_in_hand())[array_position((select coordination.cases_in_hand()), held.case_id)],
                coordination.door(held.case_id)) = 2);
end $$;
