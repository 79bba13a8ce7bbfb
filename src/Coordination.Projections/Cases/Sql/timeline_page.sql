-- One page of a case for one viewer. No row: the viewer may not open the case (or there is none). A row without a position: it may, and the page
-- is empty. The markers are replaced by constants of the order and the filters asked for (TimelinePageSql): a plan can walk an index only in the
-- order that is written down, and a look into the record that is not asked for still has to be set up, with its policy.
-- $1 agency, $2 groups, $3 clearance of the viewer; $4 case; $5 as known at; $6, $7 key and position of the entry to begin after;
-- $8 entries; $9 happened before, $10 happened from; $11 agency, $12 kind, $13 person, $14 start of place.
with door as materialized (
    /*door*/
),
page as materialized (
    select t.position, t.occurred_at, t.shown_at, w.readers
    from case_timeline t
    cross join lateral (
        select array(select g.recipient from timeline_grant g where g.stream_id = t.stream_id and g.known_at <= $5) as readers
    ) w
    where (select count(*) from door) = 1
      and t.case_id = $4
      and /*after*/
      -- One condition to the planner: it would take each of these for selective, expect a handful of rows and sort the whole case for them.
      and coalesce(
          t.known_at <= $5 and t.occurred_at < $9 and t.occurred_at >= $10
          and ($11::text is null or t.agency = $11)
          and ($12::text is null or t.kind = $12)
          /*filters*/,
          false)
      and coordination.sight(t.level, t.audience || w.readers, t.agency, $1, (select groups from door), $3) >= 2
      and /*shut out*/
    order by /*order*/
    limit $8 + 1
),
-- For the count of what is withheld within its range (timeline_withheld): as whom the viewer came in, and where the page ends when there is
-- more behind it.
handed as materialized (
    select set_config('coord.inside', (select groups from door)::text, true),
        set_config('coord.until_key', last.occurred_at::text, true), set_config('coord.until_position', last.position::text, true)
    from (select count(*) as entries from page) p
    left join (select t.occurred_at, t.position from page t order by /*order*/ offset $8 - 1 limit 1) last on p.entries > $8
)
select t.position, t.shown_at, t.readers, e.id, e.stream_id, e.version, e.type, e.timestamp, e.headers, coalesce(e.user_name, ''), e.data
from door
cross join (select count(*) from handed) told
left join (page t join mt_events e on e.seq_id = t.position) on true
order by /*order*/;
