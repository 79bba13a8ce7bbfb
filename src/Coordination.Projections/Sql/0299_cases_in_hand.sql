-- The policies, in fewer steps. A query pays for every plan node of every policy each time it starts, whether a row gets there or not; most of them
-- were set up for readers added and shut out, which hardly a row asks about. Those are functions now (ADR 21 says the same of doors). And a list of
-- cases has its cases in hand as the page of one case has: their doors are asked for once, not again for each row of each of their parts.

-- Cases whose doors this transaction has asked for, and the answers, in the same order.
create function coordination.cases_in_hand() returns uuid[] language sql stable parallel safe
as $$ select nullif(current_setting('coord.cases', true), '')::uuid[] $$;

create function coordination.doors_in_hand() returns integer[] language sql stable parallel safe
as $$ select nullif(current_setting('coord.doors', true), '')::integer[] $$;

-- The one case that a query is about.
create or replace function coordination.case_in_hand() returns uuid language sql stable parallel safe
as $$ select (nullif(current_setting('coord.cases', true), '')::uuid[])[1] where cardinality(nullif(current_setting('coord.cases', true), '')::uuid[]) = 1 $$;

create or replace function coordination.door_in_hand() returns integer language sql stable parallel safe
as $$ select (nullif(current_setting('coord.doors', true), '')::integer[])[1] $$;

-- As text, to be put into policies: PostgreSQL would not inline a function that holds the questions that are asked once per statement.
create function coordination.door_of(id text) returns text language sql immutable
as $$
    select format(
        'coalesce((select coordination.doors_in_hand())[array_position((select coordination.cases_in_hand()), %1$s)], coordination.door(%1$s))', id)
$$;

create function coordination.was_added(id uuid) returns boolean language plpgsql stable parallel safe
as $$ begin return exists (select from coordination.added_to(id)); end $$;

create function coordination.was_shut_out(id uuid) returns boolean language plpgsql stable parallel safe
as $$ begin return exists (select from coordination.shut_out(id)); end $$;

create or replace function coordination.thing_seen(stream text) returns text language sql immutable
as $$
    select format($policy$
        coordination.sight_of(
            agency = (select coordination.viewer_agency()) or (
                audience && (select coordination.viewer_groups())
                or 'members' = any(audience) and coordination.member_through(%1$s)
                or coordination.was_added(%1$s)
            ) and not coordination.was_shut_out(%1$s),
            level, (select coordination.viewer_clearance())) >= (select coordination.least_sight())
        $policy$, stream)
$$;

-- The door is asked for once: 1 opens the case, 2 opens it to a member.
create or replace function coordination.case_row_seen(stream text) returns text language sql immutable
as $$
    select format($policy$
        coordination.sight_of(
            (case
                when agency = (select coordination.viewer_agency()) or audience && (select coordination.viewer_groups()) then 1
                when 'members' = any(audience) then 2
                else 3
            end <= %2$s or coordination.was_added(%1$s) and 0 < %2$s)
            and (agency = (select coordination.viewer_agency()) or not coordination.was_shut_out(%1$s)),
            level, (select coordination.viewer_clearance())) >= (select coordination.least_sight())
        $policy$, stream, coordination.door_of('case_id'))
$$;

call coordination.protect('readmodel.timeline_case', format('%s > 0', coordination.door_of('case_id')));
call coordination.protect('readmodel.timeline_link', format('level <= (select coordination.viewer_clearance()) and %s > 0', coordination.door_of('case_id')));
call coordination.protect('readmodel.timeline_member', format('%s > 0', coordination.door_of('case_id')));

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
        ('case_file', 'case_id'), ('handoff', 'handoff_id'), ('handoff_manifest', 'handoff_id'), ('handoff_stage', 'handoff_id'),
        ('intelligence_report', 'report_id'), ('alert', 'alert_id'), ('alert_step', 'alert_id'), ('risk_reason', 'alert_id'), ('broken_glass', 'glass_id'),
        ('person_holding', 'stream_id'), ('deconfliction_question', 'question_id'), ('contact_notice', 'notice_id'),
        ('subject_request', 'request_id'), ('retention_proposal', 'retention_id'), ('legal_hold', 'hold_id'), ('breach', 'breach_id')) as own (name, stream) loop
        call coordination.protect(format('readmodel.%I', held.name)::regclass, coordination.thing_seen(held.stream));
    end loop;
end $$;

call coordination.protect('readmodel.snapshot', $$
    coordination.sight_of(
        agency = (select coordination.viewer_agency()) and 0 = (select count(*) from coordination.left_out(within, stream_id))
        or (
            (audience && (select coordination.viewer_groups())
                or 'members' = any(audience) and coordination.member_through(stream_id)
            ) and 0 = (select count(*) from coordination.left_out(within, stream_id))
            or coordination.was_added(stream_id)
        ) and not coordination.was_shut_out(stream_id),
        level, (select coordination.viewer_clearance())) >= (select coordination.least_sight()) $$);

call coordination.protect('public.mt_events', $$
    coordination.sight_of(
        headers ->> 'agency' = (select coordination.viewer_agency()) or (
            headers -> 'marking' -> 'audience' ?| (select coordination.viewer_groups())
            or headers -> 'marking' -> 'audience' ? 'members' and case
                when (select coordination.case_in_hand()) is not null
                    then 2 = (select coordination.door_in_hand()) and 0 < (select count(*) from coordination.held_in_hand(stream_id))
                else coordination.member_through(stream_id)
                end
            or coordination.was_added(stream_id)
        ) and not coordination.was_shut_out(stream_id),
        coordination.level_of(headers), (select coordination.viewer_clearance())) >= (select coordination.least_sight()) $$);
