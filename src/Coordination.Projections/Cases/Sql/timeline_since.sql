-- Entries that came to stand on cases the viewer may open, after a place in the log; all entries of one place together.
-- $1 agency, $2 groups, $3 clearance of the viewer; $4 shown after; $5 entries.
select t.position, t.shown_at, w.readers, e.id, e.stream_id, e.version, e.type, e.timestamp, e.headers, coalesce(e.user_name, ''), e.data, t.case_id
from (
    select t.case_id, t.position, t.shown_at, t.stream_id
    from case_timeline t
    where t.shown_at > $4
      and 0 < (
          select count(*) from coordination.open_case(t.case_id) door
          where coordination.sight_of(
              t.agency = $1 or (
                  t.audience && $2 or 'members' = any(t.audience) and door.is_member
                  or coordination.was_added(t.stream_id)
              ) and not (exists (select from coordination.narrowed(t.stream_id)) and coordination.was_shut_out(t.stream_id)),
              t.level, $3) >= 2)
    order by t.shown_at
    fetch first $5 rows with ties
) t
cross join lateral (select array(select r.recipient from timeline_grant r where r.stream_id = t.stream_id) as readers) w
join mt_events e on e.seq_id = t.position
order by t.shown_at, t.position, t.case_id;
