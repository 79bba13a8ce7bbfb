-- Requests that start a stream each, all of them or none: no row when one of the streams or keys is there already, and then nothing is written and
-- coordination.append says of each what becomes of it. For what agencies do most, without the dozen statements of that function.
-- Per request $1 stream, $2 its type, $3 number of events, $4 time of the last; per key $5 scope, $6 key, $7 fingerprint, $8 its request;
-- $9 each text of the events once, at which they point, 0 = null; per event $10 its request, $11 number within it, $12 event, $13 data, $14 headers,
-- $15 time, $16 alias, $17 CLR type, $18 correlation, $19 causation, $20 user.
-- Reading the gate "for share" takes ROW SHARE on it when the statement starts, so before the numbers are drawn; streams are started before that, too.
with stream as (
    insert into public.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
    select s.id, s.type, s.events, s.touched, s.touched, '*DEFAULT*', false
    from (select unnest($1) as id, unnest($2) as type, unnest($3) as events, unnest($4) as touched) as s
    where not exists (select from coordination.gate for share)
        and not exists (select from public.mt_streams as m where m.id = any($1))
        and not exists (
            select from (select unnest($5) as scope, unnest($6) as key) as k
            cross join lateral (select from coordination.idempotency as i where i.scope = k.scope and i.key = k.key offset 0) as known)
    order by s.id
    returning id),
event as (
    insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
        correlation_id, causation_id, headers, user_name, is_archived)
    select nextval('public.mt_events_sequence'), e.id, ($1)[e.request], e.number, e.data, ($9)[e.type], e.time, '*DEFAULT*', ($9)[e.dotnet_type],
        ($9)[e.correlation_id], ($9)[e.causation_id], e.headers, ($9)[e.user_name], false
    from (
        select unnest($10) as request, unnest($11) as number, unnest($12) as id, unnest($13) as data, unnest($14) as headers, unnest($15) as time,
            unnest($16) as type, unnest($17) as dotnet_type, unnest($18) as correlation_id, unnest($19) as causation_id,
            unnest($20) as user_name) as e
    where (select count(*) from stream) = cardinality($1)
    returning seq_id, stream_id, version),
remembered as (
    insert into coordination.idempotency (scope, key, fingerprint, position, stream_id, version)
    select k.scope, k.key, k.fingerprint, e.seq_id, e.stream_id, e.version
    from (select unnest($5) as scope, unnest($6) as key, unnest($7) as fingerprint, unnest($8) as request) as k
    join event as e on e.stream_id = ($1)[k.request] and e.version = ($3)[k.request]
    order by k.scope, k.key)
select stream_id, max(seq_id), max(version) from event group by stream_id
