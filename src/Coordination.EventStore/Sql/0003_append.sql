-- Writes a batch of requests in one transaction and says of each what became of it; a loser writes nothing and costs the others nothing.
-- Requests are judged in their order, so that two of one batch may append to one stream.
--
-- Locks are taken in one order everywhere (keys, rows of existing streams, new streams; sorted within each), so writers cannot deadlock.
-- The gate comes last and before the first number (docs/adr/0004-the-watermark.md): nobody holds it while waiting for a stream.
--
-- Verdicts: 0 appended, 1 version conflict, 2 stream exists, 3 stream archived, 4 duplicate, 5 key reused (AppendVerdict).
-- SQLSTATE CO001: another writer started a stream of this batch in this moment. Nothing was written; the same batch again gives verdicts.
create function coordination.append(
    request_parts int[],                                                 -- per request: number of its parts
    key_request int[], key_part int[], key_scope text[], key_key text[], key_fingerprint bytea[],  -- per key: its request, that request's
                                                                         --   first part, and the key
    stream_id uuid[], stream_type text[],                                -- per stream of the batch, each once
    part_stream int[], part_expected bigint[], part_events int[],        -- per part (one stream of one request): stream, expected version
    part_time timestamptz[],                                             --   (-1 = any), number of events, time of the last one
    label text[],                                                        -- each text of the events once; they point at it, 0 = null
    event_part int[], event_number int[], event_id uuid[],               -- per event, parts in order: part, 1-based number within the part
    event_data jsonb[], event_headers jsonb[], event_time timestamptz[],
    event_type int[], event_dotnet_type int[], event_correlation_id int[], event_causation_id int[], event_user_name int[],
    out verdict int[], out last_position bigint[], out first_stream uuid[], out version bigint[])
language plpgsql as $$
declare
    found_row record;
    requests constant int := cardinality(request_parts);
    streams constant int := cardinality(stream_id);
    current bigint[] := array_fill(0::bigint, array[streams]);
    is_known bool[] := array_fill(false, array[streams]);
    is_archived bool[] := array_fill(false, array[streams]);
    touched timestamptz[] := array_fill(null::timestamptz, array[streams]);
    base bigint[] := array_fill(null::bigint, array[cardinality(part_stream)]); -- version before the part; null when its request has lost
    before_part int[] := array_fill(0, array[cardinality(part_stream)]);        -- winning events before the part
    last_event int[] := array_fill(0, array[requests]);
    positions bigint[];
    events int := 0;
    starts int := 0;
    updates int := 0;
    written bigint;
    first_part int := 1;
    next_part int;
    stream int;
    answer int;
begin
    verdict := array_fill(0, array[requests]);
    last_position := array_fill(0::bigint, array[requests]);
    version := array_fill(0::bigint, array[requests]);
    first_stream := array_fill(null::uuid, array[requests]);

    if cardinality(key_request) > 0 then
        -- A second request under a key waits here until the first has committed or failed, and then finds its row or not.
        perform pg_advisory_xact_lock(sorted.hash)
        from (
            select hashtextextended(k.scope || '/' || k.key, 0) as hash
            from (select unnest(key_scope) as scope, unnest(key_key) as key) as k order by 1) as sorted;
        for found_row in
            select k.request, i.fingerprint = k.fingerprint as same, i.position, i.stream_id, i.version
            from (select unnest(key_request) as request, unnest(key_scope) as scope, unnest(key_key) as key, unnest(key_fingerprint) as fingerprint) as k
            cross join lateral (select * from coordination.idempotency as i where i.scope = k.scope and i.key = k.key offset 0) as i
        loop
            verdict[found_row.request] := case when found_row.same then 4 else 5 end;
            last_position[found_row.request] := found_row.position;
            first_stream[found_row.request] := found_row.stream_id;
            version[found_row.request] := found_row.version;
        end loop;
    end if;

    if cardinality(part_stream) = requests and streams = requests then
        -- Each request has one stream of its own, which is nearly always so: judged as a set, request, part and stream being the same number.
        with known as materialized (
            select s.n, m.version, m.is_archived
            from (select unnest(append.stream_id) as id, generate_series(1, streams) as n order by id) as s
            cross join lateral (select m.version, m.is_archived from public.mt_streams as m where m.id = s.id for no key update) as m),
        judged as (
            select p.n, p.events, p.touched, k.n is not null as is_known, coalesce(k.version, 0) as current,
                case
                    when p.earlier <> 0 then p.earlier
                    when k.is_archived then 3
                    when p.expected = 0 and k.version > 0 then 2
                    when p.expected > 0 and coalesce(k.version, 0) <> p.expected then 1
                    else 0 end as outcome
            from (
                select unnest(part_expected) as expected, unnest(part_events) as events, unnest(part_time) as touched, unnest(verdict) as earlier,
                    generate_series(1, requests) as n) as p
            left join known as k using (n)),
        counted as (
            select j.*, case when j.outcome = 0 then j.events else 0 end as won,
                sum(case when j.outcome = 0 then j.events else 0 end) over (order by j.n) as last
            from judged as j)
        select array_agg(c.outcome), array_agg(c.is_known),
            array_agg(case when c.outcome = 0 then c.current end),
            array_agg(c.current + c.won),
            array_agg(case when c.outcome = 0 then c.touched end),
            array_agg(c.last - c.won), array_agg(c.last),
            array_agg(case when c.outcome in (4, 5) then append.version[c.n] else c.current + c.won end),
            sum(c.won), count(*) filter (where c.outcome = 0 and not c.is_known), count(*) filter (where c.outcome = 0 and c.is_known)
        into verdict, is_known, base, current, touched, before_part, last_event, version, events, starts, updates
        from (select * from counted order by n) as c; -- so the arrays are in order, too
    else
        for found_row in
            select s.ordinal, m.version, m.is_archived
            from (select unnest(append.stream_id) as id, generate_series(1, streams) as ordinal order by id) as s
            cross join lateral (select m.version, m.is_archived from public.mt_streams as m where m.id = s.id for no key update) as m
        loop
            current[found_row.ordinal] := coalesce(found_row.version, 0);
            is_known[found_row.ordinal] := true;
            is_archived[found_row.ordinal] := coalesce(found_row.is_archived, false);
        end loop;

        for request in 1 .. requests loop
            next_part := first_part + request_parts[request];
            if verdict[request] = 0 then
                answer := 0;
                for part in first_part .. next_part - 1 loop
                    stream := part_stream[part];
                    answer := case
                        when is_archived[stream] then 3
                        when part_expected[part] = 0 and current[stream] > 0 then 2
                        when part_expected[part] > 0 and current[stream] <> part_expected[part] then 1
                        else 0 end;
                    exit when answer <> 0;
                end loop;
                if answer = 0 then
                    for part in first_part .. next_part - 1 loop
                        stream := part_stream[part];
                        base[part] := current[stream];
                        before_part[part] := events;
                        current[stream] := current[stream] + part_events[part];
                        events := events + part_events[part];
                        if touched[stream] is null then
                            if is_known[stream] then updates := updates + 1; else starts := starts + 1; end if;
                        end if;
                        touched[stream] := part_time[part];
                    end loop;
                    last_event[request] := events;
                end if;
                verdict[request] := answer;
                version[request] := current[part_stream[first_part]];
            end if;
            first_part := next_part;
        end loop;
    end if;

    if events = 0 then
        return;
    end if;

    if starts > 0 then
        insert into public.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        select s.id, s.type, s.version, s.touched, s.touched, '*DEFAULT*', false
        from (
            select unnest(append.stream_id) as id, unnest(stream_type) as type, unnest(current) as version, unnest(touched) as touched,
                unnest(is_known) as is_known) as s
        where s.touched is not null and not s.is_known
        order by s.id
        on conflict (id) do nothing;
        get diagnostics written = row_count;
        if written <> starts then
            raise exception 'another writer started one of the streams' using errcode = 'CO001';
        end if;
    end if;

    if updates > 0 then
        -- All of them exist and are locked; going through the conflict finds each by its key, whatever the planner believes.
        insert into public.mt_streams (id, version, timestamp)
        select s.id, s.version, s.touched
        from (
            select unnest(append.stream_id) as id, unnest(current) as version, unnest(touched) as touched, unnest(is_known) as is_known) as s
        where s.touched is not null and s.is_known
        on conflict (id) do update set version = excluded.version, timestamp = excluded.timestamp;
    end if;

    perform from coordination.gate for share; -- takes ROW SHARE, and is planned once where LOCK TABLE is analysed at every call
    positions := array(select nextval('public.mt_events_sequence') from generate_series(1, events));
    insert into public.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
        correlation_id, causation_id, headers, user_name, is_archived)
    select positions[before_part[e.part] + e.number], e.id, append.stream_id[part_stream[e.part]], base[e.part] + e.number, e.data,
        label[e.type], e.time, '*DEFAULT*', label[e.dotnet_type], label[e.correlation_id], label[e.causation_id], e.headers,
        label[e.user_name], false
    from (
        select unnest(event_part) as part, unnest(event_number) as number, unnest(event_id) as id, unnest(event_data) as data,
            unnest(event_headers) as headers, unnest(event_time) as time, unnest(event_type) as type,
            unnest(event_dotnet_type) as dotnet_type, unnest(event_correlation_id) as correlation_id,
            unnest(event_causation_id) as causation_id, unnest(event_user_name) as user_name) as e
    where base[e.part] is not null;

    if events = requests and streams = requests then
        last_position := positions; -- one event each, and all have won
    else
        for request in 1 .. requests loop
            if verdict[request] = 0 then
                last_position[request] := positions[last_event[request]];
            end if;
        end loop;
    end if;

    if cardinality(key_request) > 0 then
        insert into coordination.idempotency (scope, key, fingerprint, position, stream_id, version)
        select k.scope, k.key, k.fingerprint, last_position[k.request], append.stream_id[part_stream[k.part]], append.version[k.request]
        from (
            select unnest(key_request) as request, unnest(key_part) as part, unnest(key_scope) as scope, unnest(key_key) as key,
                unnest(key_fingerprint) as fingerprint) as k
        where verdict[k.request] = 0;
    end if;
end $$;
