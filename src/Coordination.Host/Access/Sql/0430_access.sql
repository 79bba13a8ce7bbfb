-- Who looked at what, written before the bytes left. Grows only: no role of the product may change or remove an entry.
create table coordination.access_entry (
    seq      bigint       generated always as identity primary key,
    -- PostgreSQL's own clock: neither a Host with a wrong clock nor the demo's moves it.
    at       timestamptz  not null default clock_timestamp(),
    officer  text         not null,
    agency   text         not null,
    unit     text         not null,
    action   text         not null,
    purpose  text         not null,
    target   text         not null,
    persons  uuid[]       not null,
    -- Place in the log up to which things were shown; when the reader did not say, where the log stood (nothing later can have been shown).
    up_to    bigint       not null,
    case_id  uuid         null,
    -- Names of fields that were revealed, or of what was searched by; never values.
    fields   text[]       not null
);
create index access_entry_target on coordination.access_entry (target, seq desc);
create index access_entry_persons on coordination.access_entry using gin (persons);
create index access_entry_officer on coordination.access_entry (officer, seq desc);

grant select, insert on coordination.access_entry to coord_rt;
-- Who must give a thing back: the log of looks held against the narrowings.
grant select on coordination.access_entry to coord_daemon;
