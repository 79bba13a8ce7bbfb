-- Whether a viewer may open a case as it stood at a moment, and as whom: one row, or none. Left in coord.inside for the statements that follow in the
-- same transaction, so that none of them enters the door again.
-- $1 agency, $2 groups, $3 clearance of the viewer; $4 case; $5 as known at.
select set_config('coord.inside', g.groups::text, true)
from timeline_case c
cross join lateral (
    select case when coalesce((
        select m.joined from timeline_member m
        where m.case_id = c.case_id and m.agency = $1 and m.known_at <= $5 order by m.position desc limit 1), false
    ) then $2 || '{members}'::text[] else $2 end as groups
) g
where c.case_id = $4 and c.known_at <= $5
  and coordination.sight(
      c.level, c.audience || array(select r.recipient from timeline_grant r where r.stream_id = c.case_id and r.known_at <= $5),
      c.agency, $1, g.groups, $3) >= 2
  and (c.agency = $1 or not coordination.was_shut_out(c.case_id));
