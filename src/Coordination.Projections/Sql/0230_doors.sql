-- Row security asks of each row whether its case is open to the viewer. As inlined SQL over tables that are under row security themselves, each such
-- question brought the policies of those tables along, and theirs: a page became a plan of fifteen hundred nodes, and setting that up cost more than
-- running it (docs/adr/0012-two-roles-and-row-security.md). So the two questions that lead from one table to the next are functions, with a plan of their
-- own that a session makes once, and run as their owner: they answer for the viewer of this transaction, whoever calls them, and tell nothing else.
-- Every name in them has its schema, and no viewer can create anything: no search path can turn them.

-- 0: not open to the viewer (or no such case), 1: open, 2: open as a member.
create function coordination.door(id uuid) returns integer language plpgsql stable parallel safe security definer
as $$
begin
    return coalesce((
        select case when (select coordination.viewer_agency()) = any(door.members) then 2 else 1 end
        from readmodel.timeline_case door
        where door.case_id = id and coordination.sight_of(
            door.agency = (select coordination.viewer_agency()) or (
                door.audience && (select coordination.viewer_groups())
                or 'members' = any(door.audience) and (select coordination.viewer_agency()) = any(door.members)
                or 0 < (select count(*) from coordination.added_to(door.case_id))
            ) and 0 = (select count(*) from coordination.shut_out(door.case_id)),
            door.level, (select coordination.viewer_clearance())) >= 2), 0);
end $$;

-- The thing or person stands on a case that the viewer may open as a member.
create function coordination.member_through(id uuid) returns boolean language plpgsql stable parallel safe security definer
as $$
begin
    return exists (select from readmodel.timeline_link held where held.node = id and coordination.door(held.case_id) = 2);
end $$;

-- A query of one case has it in hand: its first statement asks for the door, and the policies look no further for the rows of that case.
create function coordination.case_in_hand() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('coord.case', true), '')::uuid $$;

create function coordination.door_in_hand() returns integer language sql stable parallel safe
as $$ select nullif(current_setting('coord.door', true), '')::integer $$;

-- The case in hand holds the stream.
create function coordination.held_in_hand(id uuid) returns table (node uuid) language sql stable parallel safe rows 1
as $$ select held.node from readmodel.timeline_link held where held.node = id and held.case_id = (select coordination.case_in_hand()) $$;

create or replace function coordination.open_case(id uuid) returns table (case_id uuid, is_member boolean) language sql stable parallel safe rows 1
as $$ select id, door.door = 2 from (select coordination.door(id) as door offset 0) door where door.door > 0 $$;

create or replace function coordination.cases_holding(id uuid) returns table (case_id uuid, is_member boolean) language sql stable parallel safe rows 1
as $$
    select held.case_id, door.door = 2
    from readmodel.timeline_link held
    cross join lateral (select coordination.door(held.case_id) as door offset 0) door
    where held.node = id and door.door > 0
$$;

create or replace function coordination.thing_seen(stream text) returns text language sql immutable
as $$
    select format($policy$
        coordination.sight_of(
            agency = (select coordination.viewer_agency()) or (
                audience && (select coordination.viewer_groups())
                or 'members' = any(audience) and coordination.member_through(%1$s)
                or 0 < (select count(*) from coordination.added_to(%1$s))
            ) and 0 = (select count(*) from coordination.shut_out(%1$s)),
            level, (select coordination.viewer_clearance())) >= (select coordination.least_sight())
        $policy$, stream)
$$;

-- Sight of the case that a row belongs to, in front of what the row itself says.
create or replace function coordination.case_row_seen(stream text) returns text language sql immutable
as $$
    select format($policy$
        0 < case when case_id = (select coordination.case_in_hand()) then (select coordination.door_in_hand()) else coordination.door(case_id) end
        and coordination.sight_of(
            agency = (select coordination.viewer_agency()) or (
                audience && (select coordination.viewer_groups())
                or 'members' = any(audience) and 2 = case
                    when case_id = (select coordination.case_in_hand()) then (select coordination.door_in_hand()) else coordination.door(case_id) end
                or 0 < (select count(*) from coordination.added_to(%1$s))
            ) and 0 = (select count(*) from coordination.shut_out(%1$s)),
            level, (select coordination.viewer_clearance())) >= (select coordination.least_sight())
        $policy$, stream)
$$;

call coordination.protect('readmodel.timeline_case', 'coordination.door(case_id) > 0');
call coordination.protect('readmodel.timeline_link', $$
    case_id = (select coordination.case_in_hand()) and 0 < (select coordination.door_in_hand()) or coordination.door(case_id) > 0 $$);
call coordination.protect('readmodel.timeline_member', 'coordination.door(case_id) > 0');
call coordination.protect('readmodel.timeline_person', '0 < (select count(*) from coordination.cases_holding(stream_id))');
call coordination.protect('readmodel.case_timeline', coordination.case_row_seen('stream_id'));
call coordination.protect('readmodel.case_file', coordination.thing_seen('case_id'));
call coordination.protect('readmodel.case_subject', coordination.case_row_seen('case_id'));
call coordination.protect('readmodel.case_source', coordination.case_row_seen('case_id'));
call coordination.protect('readmodel.case_assessment', coordination.case_row_seen('case_id'));
call coordination.protect('readmodel.handoff', coordination.thing_seen('handoff_id'));
call coordination.protect('readmodel.handoff_manifest', coordination.thing_seen('handoff_id'));
call coordination.protect('readmodel.handoff_stage', coordination.thing_seen('handoff_id'));
call coordination.protect('readmodel.intelligence_report', coordination.thing_seen('report_id'));
call coordination.protect('readmodel.alert', coordination.thing_seen('alert_id'));
call coordination.protect('readmodel.alert_step', coordination.thing_seen('alert_id'));

call coordination.protect('readmodel.broken_glass', coordination.thing_seen('glass_id'));
call coordination.protect('readmodel.person_holding', coordination.thing_seen('stream_id'));
call coordination.protect('readmodel.deconfliction_question', coordination.thing_seen('question_id'));
call coordination.protect('readmodel.contact_notice', coordination.thing_seen('notice_id'));
call coordination.protect('readmodel.subject_request', coordination.thing_seen('request_id'));
call coordination.protect('readmodel.retention_proposal', coordination.thing_seen('retention_id'));
call coordination.protect('readmodel.legal_hold', coordination.thing_seen('hold_id'));
call coordination.protect('readmodel.breach', coordination.thing_seen('breach_id'));

call coordination.protect('public.mt_events', $$
    coordination.sight_of(
        headers ->> 'agency' = (select coordination.viewer_agency()) or (
            headers -> 'marking' -> 'audience' ?| (select coordination.viewer_groups())
            or headers -> 'marking' -> 'audience' ? 'members' and case
                when (select coordination.case_in_hand()) is not null
                    then 2 = (select coordination.door_in_hand()) and 0 < (select count(*) from coordination.held_in_hand(stream_id))
                else coordination.member_through(stream_id)
                end
            or 0 < (select count(*) from coordination.added_to(stream_id))
        ) and 0 = (select count(*) from coordination.shut_out(stream_id)),
        coordination.level_of(headers), (select coordination.viewer_clearance())) >= (select coordination.least_sight()) $$);
