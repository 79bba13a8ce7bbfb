-- What a viewer may know of each row, as row security: the second line behind the predicate of every query, decided by the same function
-- coordination.sight_of. How it is built and what it costs: docs/adr/0012-two-roles-and-row-security.md.
--
-- A policy must not name another table (a rebuild swaps them), so it asks the functions below. PostgreSQL inlines them where they are used: a
-- look beside the row is an index look-up, not a call. Each reads only tables whose own policies look no further than the ones before it.

-- The viewer's groups that were added to a stream's readers after it was written.
create function coordination.added_to(id uuid) returns table (recipient text) language sql stable parallel safe rows 1
as $$
    select added.recipient from readmodel.timeline_grant added
    where added.stream_id = id and added.recipient = any((select coordination.viewer_groups())::text[])
$$;

-- Narrowings of a stream that left the viewer out: neither kept by them nor added again since.
create function coordination.shut_out(id uuid) returns table (taken_at bigint) language sql stable parallel safe rows 1
as $$
    select taken.position from readmodel.timeline_limit taken
    where taken.stream_id = id and not taken.keep && (select coordination.viewer_groups())
      and not exists (
          select from readmodel.timeline_grant added
          where added.stream_id = id and added.position > taken.position and added.recipient = any((select coordination.viewer_groups())::text[]))
$$;

-- The case when the viewer may open it, and whether the viewer's agency is a member of it: what the group "members" means in queries and policies.
create function coordination.open_case(id uuid) returns table (case_id uuid, is_member boolean) language sql stable parallel safe rows 1
as $$
    select door.case_id, (select coordination.viewer_agency()) = any(door.members)
    from readmodel.timeline_case door
    where door.case_id = id and coordination.sight_of(
        door.agency = (select coordination.viewer_agency()) or (
            door.audience && (select coordination.viewer_groups()) or 'members' = any(door.audience) and (select coordination.viewer_agency()) = any(door.members)
            or 0 < (select count(*) from coordination.added_to(door.case_id))
        ) and 0 = (select count(*) from coordination.shut_out(door.case_id)),
        door.level, (select coordination.viewer_clearance())) >= 2
$$;

-- The cases that a stream or person stands on and the viewer may open.
create function coordination.cases_holding(id uuid) returns table (case_id uuid, is_member boolean) language sql stable parallel safe rows 1
as $$
    select door.case_id, (select coordination.viewer_agency()) = any(door.members)
    from readmodel.timeline_link held
    join readmodel.timeline_case door on door.case_id = held.case_id
    where held.node = id and coordination.sight_of(
        door.agency = (select coordination.viewer_agency()) or (
            door.audience && (select coordination.viewer_groups()) or 'members' = any(door.audience) and (select coordination.viewer_agency()) = any(door.members)
            or 0 < (select count(*) from coordination.added_to(door.case_id))
        ) and 0 = (select count(*) from coordination.shut_out(door.case_id)),
        door.level, (select coordination.viewer_clearance())) >= 2
$$;

create function coordination.report_seen(id uuid) returns table (report_id uuid) language sql stable parallel safe rows 1
as $$ select report.report_id from readmodel.intelligence_report report where report.report_id = id $$;

create function coordination.level_of(headers jsonb) returns integer language sql immutable parallel safe
as $$ select case headers -> 'marking' ->> 'level' when 'B' then 0 when 'T' then 1 when 'R' then 2 else 3 end $$;

-- Puts a table under row security: everything for the daemon, for a viewer what the expression says; without one, nothing. Every table with case
-- data goes through here, and a test finds the one that did not.
create procedure coordination.protect(held regclass, viewer_sees text default null) language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', held);
    execute format('alter table %s force row level security', held);
    execute format('drop policy if exists daemon on %s', held);
    execute format('create policy daemon on %s to coord_daemon using (true) with check (true)', held);
    execute format('drop policy if exists viewer on %s', held);
    if viewer_sees is null then
        execute format('revoke all on %s from coord_rt', held);
    else
        execute format('grant select on %s to coord_rt', held);
        execute format('create policy viewer on %s for select to coord_rt using (%s)', held, viewer_sees);
    end if;
end $$;
revoke all on procedure coordination.protect(regclass, text) from public;

-- A thing that is reached on its own. The looks beside the row come last: readers added when nothing else has
-- let the viewer in, narrowings when something has.
create function coordination.thing_seen(stream text) returns text language sql immutable
as $$
    select format($policy$
        coordination.sight_of(
            agency = (select coordination.viewer_agency()) or (
                audience && (select coordination.viewer_groups())
                or 'members' = any(audience) and 0 < (select count(*) from coordination.cases_holding(%1$s) held where held.is_member)
                or 0 < (select count(*) from coordination.added_to(%1$s))
            ) and 0 = (select count(*) from coordination.shut_out(%1$s)),
            level, (select coordination.viewer_clearance())) >= (select coordination.least_sight())
        $policy$, stream)
$$;

-- A row inside a case that the viewer may open, of the stream that wrote it.
create function coordination.case_row_seen(stream text) returns text language sql immutable
as $$
    select format($policy$
        0 < (select count(*) from coordination.open_case(case_id) door where coordination.sight_of(
            agency = (select coordination.viewer_agency()) or (
                audience && (select coordination.viewer_groups()) or 'members' = any(audience) and door.is_member
                or 0 < (select count(*) from coordination.added_to(%1$s))
            ) and 0 = (select count(*) from coordination.shut_out(%1$s)),
            level, (select coordination.viewer_clearance())) >= (select coordination.least_sight()))
        $policy$, stream)
$$;

call coordination.protect('readmodel.timeline_case', $$
    coordination.sight_of(
        agency = (select coordination.viewer_agency()) or (
            audience && (select coordination.viewer_groups()) or 'members' = any(audience) and (select coordination.viewer_agency()) = any(members)
            or 0 < (select count(*) from coordination.added_to(case_id))
        ) and 0 = (select count(*) from coordination.shut_out(case_id)),
        level, (select coordination.viewer_clearance())) >= 2 $$);
-- Whom a narrowing kept is read by the functions above, for every viewer, and told to nobody.
call coordination.protect('readmodel.timeline_limit', '(select coordination.viewer_agency()) is not null');
call coordination.protect('readmodel.timeline_grant', $$
    agency = (select coordination.viewer_agency()) or recipient = any((select coordination.viewer_groups())::text[]) $$);
call coordination.protect('readmodel.timeline_link', '0 < (select count(*) from coordination.open_case(case_id))');
call coordination.protect('readmodel.timeline_member', '0 < (select count(*) from coordination.open_case(case_id))');
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
call coordination.protect('readmodel.intelligence_recipient', $$
    agency = (select coordination.viewer_agency()) or 0 < (select count(*) from coordination.report_seen(report_id)) $$);
call coordination.protect('readmodel.alert', coordination.thing_seen('alert_id'));
call coordination.protect('readmodel.alert_step', coordination.thing_seen('alert_id'));

-- The rules' memory and the ties between streams: for the daemon alone.
call coordination.protect('readmodel.timeline_basis');
call coordination.protect('readmodel.alert_observation');
call coordination.protect('readmodel.alert_signal');
call coordination.protect('readmodel.alert_raised');

-- The record itself, by the marking that each event was written with and whoever was added since.
call coordination.protect('public.mt_events', $$
    coordination.sight_of(
        headers ->> 'agency' = (select coordination.viewer_agency()) or (
            headers -> 'marking' -> 'audience' ?| (select coordination.viewer_groups())
            or headers -> 'marking' -> 'audience' ? 'members'
                and 0 < (select count(*) from coordination.cases_holding(stream_id) held where held.is_member)
            or 0 < (select count(*) from coordination.added_to(stream_id))
        ) and 0 = (select count(*) from coordination.shut_out(stream_id)),
        coordination.level_of(headers), (select coordination.viewer_clearance())) >= (select coordination.least_sight()) $$);
