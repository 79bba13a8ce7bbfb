-- How many entries within the range of the same page the viewer may know to exist and no more. The levels are those between its clearance and
-- Sangat Rahasia, written out for the partial index case_timeline_secret. Parameters as in timeline_page.sql, $1 to $10; where the page ends
-- stands in coord.until_*, unless nothing lies behind it.
select count(*)::int
from case_timeline t
where /*inside*/ is not null
  and t.case_id = $4
  and /*levels*/
  and /*after*/
  and /*until*/
  and t.known_at <= $5 and t.occurred_at < $9 and t.occurred_at >= $10
  and coordination.sight(t.level, /*readers*/, t.agency, $1, /*inside*/, $3) = 1
  and /*shut out*/;
