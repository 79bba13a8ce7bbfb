-- Archives a stream as Marten does, by two flags; false when there is no such stream or it is archived already. Runs with the owner's rights,
-- because no role of the product may update an event: this one flag is all that it can ever change.
create function coordination.archive_stream(stream uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update public.mt_streams set is_archived = true where id = stream and is_archived is not true;
    if not found then
        return false;
    end if;
    update public.mt_events set is_archived = true where stream_id = stream;
    return true;
end $$;

revoke all on function coordination.archive_stream(uuid) from public;
grant execute on function coordination.archive_stream(uuid) to coord_daemon;
