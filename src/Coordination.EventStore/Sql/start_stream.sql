-- One event that starts a stream; no row when the stream exists. What coordination.append does, for a lone request in half the time.
-- $1 stream, $2 its type, $3 event, $4 data, $5 alias, $6 time, $7 CLR type, $8 correlation, $9 causation, $10 headers, $11 user.
-- Reading the gate "for share" takes ROW SHARE on it when the statement starts, so before the number is drawn.
with stream as (
    insert into public.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
    select $1, $2, 1, $6, $6, '*DEFAULT*', false
    where not exists (select from coordination.gate for share)
    on conflict (id) do nothing
    returning id, version)
insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
    correlation_id, causation_id, headers, user_name, is_archived)
select nextval('public.mt_events_sequence'), $3, stream.id, stream.version, $4, $5, $6, '*DEFAULT*', $7, $8, $9, $10, $11, false
from stream
returning seq_id, version
