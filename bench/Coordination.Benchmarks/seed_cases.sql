-- $1 first case, $2 cases, $3 entries per case, $4 body of the opening, $5 body of an entry, $6 headers, $7 the source id inside the opening,
-- $8 and $9 dotnet types, $10 the person id inside headers and body. Takes the gate like every writer.
with gate as materialized (select count(*) from coordination.gate),
streams as (
    insert into public.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
    select md5('case' || n)::uuid, 'case', 1, now(), now(), '*DEFAULT*', false from generate_series($1::int, $1::int + $2::int - 1) as n
    union all
    select md5('stream' || n)::uuid, 'passport_application', $3::int - 1, now(), now(), '*DEFAULT*', false from generate_series($1::int, $1::int + $2::int - 1) as n
    returning 1)
insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, user_name, is_archived)
select nextval('public.mt_events_sequence'), gen_random_uuid(), e.stream, e.version, e.data::jsonb, e.type, timestamptz '2026-01-19 02:00Z' + e.at, '*DEFAULT*', e.dotnet,
    replace(replace($6::text, '2026-01-19T02:00:00', to_char(timestamp '2026-01-19 02:00' + e.at, 'YYYY-MM-DD"T"HH24:MI:SS')), $10::text, md5('person' || e.n)::uuid::text)::jsonb,
    'imigrasi.atambua', false
from (
    select n, 0 as k, md5('case' || n)::uuid as stream, 1 as version, replace($4::text, $7::text, md5('stream' || n)::uuid::text) as data, 'case_opened' as type, $8::text as dotnet,
        interval '0' as at
    from generate_series($1::int, $1::int + $2::int - 1) as n
    union all
    select n, k, md5('stream' || n)::uuid, k, replace($5::text, $10::text, md5('person' || n)::uuid::text), 'passport_application_received', $9::text, k * interval '5 minutes'
    from generate_series($1::int, $1::int + $2::int - 1) as n, generate_series(1, $3::int - 1) as k
    order by k, n) as e
