-- What members other than the owner pay for a row. A call of a function with a statement in it costs 5 µs and more, a look into an index that finds
-- nothing half of one; so rows are asked by index first, and the doors of a list are asked for in one statement instead of one by one
-- (docs/adr/0021-doors-are-functions.md).

-- Whether a stream was ever taken back from anybody: hardly one was, and only then it is asked from whom.
create function coordination.narrowed(id uuid) returns table (stream_id uuid) language sql stable parallel safe rows 1
as $$ select taken.stream_id from readmodel.timeline_limit taken where taken.stream_id = id $$;
-- Asked of rows, and hardly ever of one that is there: not once more for each statement.
call coordination.protect('readmodel.timeline_limit', 'coordination.viewer_agency() is not null');

-- As text, to be put into policies (0299 says why).
create function coordination.not_taken_back(stream text) returns text language sql immutable
as $$ select format('not (exists (select from coordination.narrowed(%1$s)) and coordination.was_shut_out(%1$s))', stream) $$;

-- Cases that are open to the viewer of this transaction: 1 open, 2 open to a member. The one place where SQL says so.
create function coordination.open_doors() returns table (case_id uuid, "position" bigint, door integer) language sql stable parallel safe rows 1000
as $$
    select d.case_id, d.position, case when (select coordination.viewer_agency()) = any(d.members) then 2 else 1 end
    from readmodel.timeline_case d
    where coordination.sight_of(
        d.agency = (select coordination.viewer_agency()) or (
            d.audience && (select coordination.viewer_groups())
            or 'members' = any(d.audience) and (select coordination.viewer_agency()) = any(d.members)
            or coordination.was_added(d.case_id)
        ) and not (exists (select from coordination.narrowed(d.case_id)) and coordination.was_shut_out(d.case_id)),
        d.level, (select coordination.viewer_clearance())) >= 2
$$;

create or replace function coordination.door(id uuid) returns integer language plpgsql stable parallel safe security definer
as $$
begin
    return coalesce((select opened.door from coordination.open_doors() opened where opened.case_id = id), 0);
end $$;

create or replace function coordination.member_through(id uuid) returns boolean language plpgsql stable parallel safe security definer
as $$
begin
    return exists (
        select from readmodel.timeline_link held join coordination.open_doors() opened on opened.case_id = held.case_id and opened.door = 2
        where held.node = id and held.level <= (select coordination.viewer_clearance()));
end $$;

-- The doors of a list, newest case first. As its owner, like the door itself: it tells what the door tells.
create function coordination.open_doors_before(before bigint, count integer) returns table (case_id uuid, door integer)
language plpgsql stable parallel safe security definer rows 50
as $$
begin
    return query
        select opened.case_id, opened.door from coordination.open_doors() opened where opened.position < before order by opened.position desc limit count;
end $$;
create index timeline_case_position on readmodel.timeline_case ("position");

-- What stands on its own. A case is read as a member by its own door.
create or replace function coordination.thing_seen(stream text, as_member text) returns text language sql immutable
as $$
    select format($policy$
        coordination.sight_of(
            agency = (select coordination.viewer_agency()) or (
                audience && (select coordination.viewer_groups())
                or 'members' = any(audience) and %2$s
                or coordination.was_added(%1$s)
            ) and %3$s,
            level, (select coordination.viewer_clearance())) >= (select coordination.least_sight())
        $policy$, stream, as_member, coordination.not_taken_back(stream))
$$;

create or replace function coordination.thing_seen(stream text) returns text language sql immutable
as $$ select coordination.thing_seen(stream, format('coordination.member_through(%s)', stream)) $$;

-- What stands in a case. Where the stream is the case itself, its door has said already that it was not taken back.
create or replace function coordination.case_row_seen(stream text) returns text language sql immutable
as $$
    select format($policy$
        coordination.sight_of(
            (case
                when agency = (select coordination.viewer_agency()) or audience && (select coordination.viewer_groups()) then 1
                when 'members' = any(audience) then 2
                else 3
            end <= %2$s or coordination.was_added(%1$s) and 0 < %2$s)
            and (agency = (select coordination.viewer_agency()) or %3$s),
            level, (select coordination.viewer_clearance())) >= (select coordination.least_sight())
        $policy$, stream, coordination.door_of('case_id'), case when stream = 'case_id' then 'true' else coordination.not_taken_back(stream) end)
$$;

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
            level, (select coordination.viewer_clearance())) >= (select coordination.least_sight()) $policy$, coordination.not_taken_back('stream_id')));

    call coordination.protect('public.mt_events', format($policy$
        coordination.sight_of(
            headers ->> 'agency' = (select coordination.viewer_agency()) or (
                headers -> 'marking' -> 'audience' ?| (select coordination.viewer_groups())
                or headers -> 'marking' -> 'audience' ? 'members' and case
                    when (select coordination.case_in_hand()) is not null
                        then 2 = (select coordination.door_in_hand()) and 0 < (select count(*) from coordination.held_in_hand(stream_id))
                    else coordination.member_through(stream_id)
                    end
                or coordination.was_added(stream_id)
            ) and %s,
            coordination.level_of(headers), (select coordination.viewer_clearance())) >= (select coordination.least_sight()) $policy$,
        coordination.not_taken_back('stream_id')));
end $$;
