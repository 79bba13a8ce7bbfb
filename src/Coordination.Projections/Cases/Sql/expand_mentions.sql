-- Streams that lead on from what a page mentions: $1 uuid[] persons, $2 uuid[] event ids.
select 'p'::"char", person, stream_id from timeline_person where person = any($1)
union all
select 'e'::"char", id, stream_id from mt_events where id = any($2);
