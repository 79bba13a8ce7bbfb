-- What a query pays for policies before and beside its rows. Each question that a policy asks once per statement costs a microsecond to set up, whether
-- a row gets there or not, and a query over a case has eleven policies: each asks as few as it can. And doors in hand are one JSON object, which is read
-- in a quarter of the time that an array of fifty uuids takes (docs/adr/0021-doors-are-functions.md).

-- Doors that this transaction has asked for, where they are several: {"case": door}.
create function coordination.hand() returns jsonb language sql stable parallel safe
as $$ select nullif(current_setting('coord.hand', true), '')::jsonb $$;

-- The one case that a query is about, and its door. Without a FROM or a WHERE: PostgreSQL would not inline them, and then they cost 0.1 ms and more each.
create or replace function coordination.case_in_hand() returns uuid language sql stable parallel safe
as $$ select nullif(current_setting('coord.case', true), '')::uuid $$;

create or replace function coordination.door_in_hand() returns integer language sql stable parallel safe
as $$ select nullif(current_setting('coord.door', true), '')::integer $$;

-- As text, to be put into policies (0299 says why). To look into the object costs as much as all else that a policy asks of a row: not for the one case.
create or replace function coordination.door_of(id text) returns text language sql immutable
as $$
    select format($door$
        coalesce(
            case when %1$s = (select coordination.case_in_hand()) then (select coordination.door_in_hand())
                else ((select coordination.hand()) ->> %1$s::text)::integer end,
            coordination.door(%1$s))
        $door$, id)
$$;

-- Up to which level rows are let through: the viewer's clearance, or where a query only counts what is withheld, all that may be known of. Nothing without a
-- viewer.
create function coordination.level_shown() returns integer language sql stable parallel safe
as $$
    select coordination.viewer_clearance() + case current_setting('coord.least', true) when '1' then greatest(0, 2 - coordination.viewer_clearance()) else 0 end
$$;

create or replace function coordination.thing_seen(stream text, as_member text) returns text language sql immutable
as $$
    select format($policy$
        coordination.sight_of(
            agency = (select coordination.viewer_agency()) or (
                audience && (select coordination.viewer_groups())
                or 'members' = any(audience) and %2$s
                or coordination.was_added(%1$s)
            ) and %3$s,
            level, (select coordination.level_shown())) >= 2
        $policy$, stream, as_member, coordination.not_taken_back(stream))
$$;

-- What stands in a case: by which door it is read, 1 or 2, or by none. Who was added, which hardly anybody was, needs the case open. Where the stream is
-- the case itself, its door has said already that it was not taken back.
create or replace function coordination.case_row_seen(stream text) returns text language sql immutable
as $$
    select format($policy$
        coordination.sight_of(
            case
                when agency = (select coordination.viewer_agency()) then 1
                when %3$s then 3
                when audience && (select coordination.viewer_groups()) then 1
                when 'members' = any(audience) then 2
                else 3
            end <= %2$s
            or coordination.was_added(%1$s) and coordination.door(case_id) > 0 and not coordination.was_shut_out(%1$s),
            level, (select coordination.level_shown())) >= 2
        $policy$, stream, coordination.door_of('case_id'),
        case when stream = 'case_id' then 'false' else format('not (%s)', coordination.not_taken_back(stream)) end)
$$;

-- The door itself, of which all that it is asked stands in its row: as coordination.open_doors() says.
call coordination.protect('readmodel.timeline_case', format($policy$
    coordination.sight_of(
        agency = (select coordination.viewer_agency()) or (
            audience && (select coordination.viewer_groups())
            or 'members' = any(audience) and (select coordination.viewer_agency()) = any(members)
            or coordination.was_added(case_id)
        ) and %s,
        level, (select coordination.viewer_clearance())) >= 2 $policy$, coordination.not_taken_back('case_id')));
call coordination.protect('readmodel.timeline_link', format('level <= (select coordination.viewer_clearance()) and %s > 0', coordination.door_of('case_id')));
call coordination.protect('readmodel.timeline_member', format('%s > 0', coordination.door_of('case_id')));

call coordination.protect('readmodel.timeline_derived', 'coordination.viewer_agency() is not null');

do $$
declare
    held record;
begin
    for held in select * from (values
        ('case_timeline', 'stream_id'), ('case_subject', 'case_id'), ('case_source', 'case_id'), ('case_assessment', 'case_id'),
        ('case_closing', 'case_id')) as inside (name, stream) loop
        call coordination.protect(format('readmodel.%I', held.name)::regclass, coordination.case_row_seen(held.stream));
    end loop;
    for held in select * from (values
        ('handoff', 'handoff_id'), ('handoff_manifest', 'handoff_id'), ('handoff_stage', 'handoff_id'),
        ('intelligence_report', 'report_id'), ('alert', 'alert_id'), ('alert_step', 'alert_id'), ('risk_reason', 'alert_id'), ('broken_glass', 'glass_id'),
        ('person_holding', 'stream_id'), ('deconfliction_question', 'question_id'), ('contact_notice', 'notice_id'),
        ('subject_request', 'request_id'), ('retention_proposal', 'retention_id'), ('legal_hold', 'hold_id'), ('breach', 'breach_id')) as own (name, stream) loop
        call coordination.protect(format('readmodel.%I', held.name)::regclass, coordination.thing_seen(held.stream));
    end loop;
    call coordination.protect('readmodel.case_file', coordination.thing_seen('case_id', format('%s = 2', coordination.door_of('case_id'))));

    call coordination.protect('readmodel.snapshot', format($policy$
        coordination.sight_of(
            agency = (select coordination.viewer_agency()) and 0 = (select count(*) from coordination.left_out(within, stream_id))
            or (
                (audience && (select coordination.viewer_groups())
                    or 'members' = any(audience) and coordination.member_through(stream_id)
                ) and 0 = (select count(*) from coordination.left_out(within, stream_id))
                or coordination.was_added(stream_id)
            ) and %s,
            level, (select coordination.level_shown())) >= 2 $policy$, coordination.not_taken_back('stream_id')));

    call coordination.protect('public.mt_events', format($policy$
        coordination.sight_of(
            headers ->> 'agency' = (select coordination.viewer_agency()) or (
                headers -> 'marking' -> 'audience' ?| (select coordination.viewer_groups())
                or headers -> 'marking' -> 'audience' ? 'members' and case (select coordination.door_in_hand())
                    when 2 then exists (select from coordination.held_in_hand(stream_id))
                    when 1 then false
                    when 0 then false
                    else coordination.member_through(stream_id)
                    end
                or coordination.was_added(stream_id)
            ) and %s,
            coordination.level_of(headers), (select coordination.level_shown())) >= 2 $policy$,
        coordination.not_taken_back('stream_id')));
end $$;

drop function coordination.doors_in_hand();
drop function coordination.cases_in_hand();
