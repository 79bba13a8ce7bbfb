-- One event behind a version of a stream; no row when the stream has another version, is archived or does not exist.
-- Parameters as in start_stream.sql, but $2 is the expected version.
with stream as (
    update public.mt_streams set version = version + 1, timestamp = $6
    where id = $1 and version = $2 and is_archived is not true and not exists (select from coordination.gate for share)
    returning id, version)
insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
    correlation_id, causation_id, headers, user_name, is_archived)
select nextval('public.mt_events_sequence'), $3, stream.id, stream.version, $4, $5, $6, '*DEFAULT*', $7, $8, $9, $10, $11, false
from stream
returning seq_id, version
