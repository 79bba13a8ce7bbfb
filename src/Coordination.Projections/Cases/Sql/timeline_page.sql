-- One page of a case for one viewer, behind timeline_door.sql. The markers are replaced by constants of the order and the filters asked for
-- (TimelinePageSql): a plan can walk an index only in the order that is written down, and then it hands out rows as it finds them, with nothing to
-- sort; a look into the record that is not asked for still has to be set up, with its policy.
-- $1 agency, $2 groups, $3 clearance of the viewer; $4 case; $5 as known at; $6, $7 key and position of the entry to begin after;
-- $8 entries; $9 happened before, $10 happened from; $11 agency, $12 kind, $13 person, $14 start of place.
select t.position, t.shown_at, t.readers, e.id, e.stream_id, e.version, e.type, e.timestamp, e.headers, coalesce(e.user_name, ''), e.data/*hand over*/
from (
    select t.position, t.occurred_at, t.shown_at, w.readers/*ends*/
    from case_timeline t
    cross join lateral (
        -- offset 0: found once, for the sight and for the page.
        select array(select g.recipient from timeline_grant g where g.stream_id = t.stream_id and g.known_at <= $5) as readers offset 0
    ) w
    where /*inside*/ is not null
      and t.case_id = $4
      and /*after*/
      -- One condition to the planner: it would take each of these for selective, expect a handful of rows and sort the whole case for them.
      and coalesce(
          t.known_at <= $5 and t.occurred_at < $9 and t.occurred_at >= $10
          and ($11::text is null or t.agency = $11)
          and ($12::text is null or t.kind = $12)
          /*filters*/,
          false)
      and coordination.sight(t.level, t.audience || w.readers, t.agency, $1, /*inside*/, $3) >= 2
      and /*shut out*/
    order by /*order*/
    limit $8 + 1
) t
join mt_events e on e.seq_id = t.position
order by /*order*/;
