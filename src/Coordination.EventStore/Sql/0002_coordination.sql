-- The roles of the product, the store's side tables and who may do what (docs/adr/0012-two-roles-and-row-security.md).
--   coord_rt      answers a viewer: reads what row security lets this viewer read, and writes no record
--   coord_daemon  the product itself: appends, decides, projects; sees everything, changes and removes nothing that is recorded

-- Roles belong to the cluster, not to the database: another database of this cluster may have made them already, or is making them now.
do $$
begin
    if not exists (select from pg_roles where rolname = 'coord_rt') then
        create role coord_rt login;
    end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$
begin
    if not exists (select from pg_roles where rolname = 'coord_daemon') then
        create role coord_daemon login;
    end if;
exception when duplicate_object or unique_violation then null;
end $$;

create schema if not exists coordination;
-- Its tables belong to whoever migrates: an owner could switch row security off.
create schema if not exists readmodel;

-- Never holds a row. Whoever draws numbers from mt_events_sequence holds ROW SHARE on it from before the first number until after the
-- commit, so that a reader who meets a hole can ask whose it may be (docs/adr/0004-the-watermark.md).
create table coordination.gate (closed boolean primary key check (not closed));

-- One row per request that carried a key, written in the transaction of its events: the key and the events are there together or not at all.
create table coordination.idempotency (
    scope        text         not null,
    key          text         not null,
    fingerprint  bytea        not null,
    position     bigint       not null,
    stream_id    uuid         not null,
    version      bigint       not null,
    recorded_at  timestamptz  not null default now(),
    primary key (scope, key)
);

grant usage on schema public, coordination, readmodel to coord_rt, coord_daemon;

-- The record only grows: no update of an event, no delete, no truncate. A stream's row moves forward in three columns.
grant select on public.mt_events to coord_rt;
grant select, insert on public.mt_events to coord_daemon;
grant select, insert, update (version, timestamp, is_archived) on public.mt_streams to coord_daemon;
grant select, insert, update on public.mt_event_progression, public.mt_doc_deadletterevent to coord_daemon;
grant usage, select on sequence public.mt_events_sequence to coord_daemon;
grant select on sequence public.mt_events_sequence to coord_rt; -- where the log stands, for the access log
grant select, insert on coordination.idempotency to coord_daemon;
-- PostgreSQL 15 wants UPDATE for a ROW SHARE lock.
grant select, update on coordination.gate to coord_daemon;
grant select on coordination.schema_version to coord_rt, coord_daemon;

-- What is a projection's own is changed by the daemon and read by viewers, as far as the policies of each table let them.
alter default privileges in schema readmodel grant select, insert, update, delete on tables to coord_daemon;
alter default privileges in schema readmodel grant select on tables to coord_rt;
