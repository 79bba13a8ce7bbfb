-- $1 how many, $2 body, $3 headers, $4 dotnet type, $5 the person id inside both, $6 the telephone inside the body. Takes the gate like every writer.
with gate as materialized (select count(*) from coordination.gate),
streams as (
    insert into public.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
    select md5('application' || n)::uuid, 'passport_application', 1, now(), now(), '*DEFAULT*', false from generate_series(1, $1::int) as n
    returning 1)
insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, user_name, is_archived)
select nextval('public.mt_events_sequence'), gen_random_uuid(), md5('application' || n)::uuid, 1,
    replace(replace($2::text, $5::text, md5('person' || n)::uuid::text), $6::text, md5('phone' || case when n % 50 < 3 then n / 50 * 50 else n end)::uuid::text)::jsonb,
    'passport_application_received', timestamptz '2026-01-01 02:00Z' + n * interval '30 seconds', '*DEFAULT*', $4,
    replace(replace($3::text, '2026-01-19T02:00:00', to_char(timestamp '2026-01-01 02:00' + n * interval '30 seconds', 'YYYY-MM-DD"T"HH24:MI:SS')),
        $5::text, md5('person' || n)::uuid::text)::jsonb,
    'imigrasi.atambua', false
from generate_series(1, $1::int) as n order by n
