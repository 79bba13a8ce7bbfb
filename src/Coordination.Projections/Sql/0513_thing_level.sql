-- How secret a thing is: as its most secret event; a case as its opening says, because what stands on it is read line by line. Said once: visibility as of a
-- moment, lists of consents and recall lists ask it of things that their reader may not read, so it runs with its caller's eyes, which are the daemon's.
create function coordination.thing_level(thing uuid, until timestamptz default 'infinity') returns integer
language sql stable parallel safe
as $$
    select coalesce((
        select max(coordination.level_of(e.headers)) from public.mt_events e
        where e.stream_id = thing and e.timestamp <= until and (e.version = 1 or e.type not like 'case\_%')), 0)
$$;
