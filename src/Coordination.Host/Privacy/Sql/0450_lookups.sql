-- How often whom asks about persons, so that asking for one after the other is slowed and noticed on every Host alike. Rows of a day.
create table coordination.lookup_use (
    at      timestamptz  not null default clock_timestamp(),
    officer text         not null,
    agency  text         not null,
    -- Keyed hash of what was asked for: tells two values apart, and nothing of either.
    value   bytea        not null
);
create index lookup_use_agency on coordination.lookup_use (agency, at);
create index lookup_use_at on coordination.lookup_use (at);

grant select, insert, delete on coordination.lookup_use to coord_rt;

-- Names for searching, as keyed hashes of words in one spelling, of each word with one letter left out, and of its consonants
-- (docs/adr/0014-names-are-found-by-keyed-words.md). Goes with the person when it is erased.
create table vault.name_key (
    person uuid     primary key references vault.person on delete cascade,
    keys   bigint[] not null
);
create index name_key_keys on vault.name_key using gin (keys);

grant select, insert, update, delete on vault.name_key to coord_keys;
