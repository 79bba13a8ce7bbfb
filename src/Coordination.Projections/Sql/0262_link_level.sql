-- Projection CaseTimeline: that a thing stands on a case is itself something that was said at a level. Who is not cleared for the link is not told of it:
-- lines come onto the timeline no less secret than the link that brings them, and nobody is a reader by a case through a link above the own clearance.
alter table readmodel.timeline_link add column level integer not null default 0;

create or replace function coordination.member_through(id uuid) returns boolean language plpgsql stable parallel safe security definer
as $$
begin
    return exists (
        select from readmodel.timeline_link held
        where held.node = id and held.level <= (select coordination.viewer_clearance()) and coordination.door(held.case_id) = 2);
end $$;

create or replace function coordination.held_in_hand(id uuid) returns table (node uuid) language sql stable parallel safe rows 1
as $$
    select held.node from readmodel.timeline_link held
    where held.node = id and held.case_id = (select coordination.case_in_hand()) and held.level <= (select coordination.viewer_clearance())
$$;

create or replace function coordination.cases_holding(id uuid) returns table (case_id uuid, is_member boolean) language sql stable parallel safe rows 1
as $$
    select held.case_id, door.door = 2
    from readmodel.timeline_link held
    cross join lateral (select coordination.door(held.case_id) as door offset 0) door
    where held.node = id and held.level <= (select coordination.viewer_clearance()) and door.door > 0
$$;

call coordination.protect('readmodel.timeline_link', $$
    level <= (select coordination.viewer_clearance())
    and (case_id = (select coordination.case_in_hand()) and 0 < (select coordination.door_in_hand()) or coordination.door(case_id) > 0) $$);
