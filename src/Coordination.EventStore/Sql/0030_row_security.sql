-- Row security on the record and on what lies beside it. FORCE: whoever owns the tables is no exception. The daemon sees all of it; what a viewer
-- sees of an event is said with the read model (Projections 0170), everything else here is none of a viewer's business.
do $$
declare
    held text;
begin
    foreach held in array array[
        'public.mt_events', 'public.mt_streams', 'public.mt_event_progression', 'public.mt_doc_deadletterevent', 'coordination.idempotency'] loop
        execute format('alter table %s enable row level security', held);
        execute format('alter table %s force row level security', held);
        execute format('create policy daemon on %s to coord_daemon using (true) with check (true)', held);
    end loop;
end $$;
