-- Who the references in events stand for, and the keys of everything that can be erased. Nothing outside this schema holds an identity, and
-- nothing inside it holds one in clear. Only coord_keys reads it: the role that serves requests (coord_rt) cannot.
do $$
begin
    if not exists (select from pg_roles where rolname = 'coord_keys') then
        create role coord_keys login;
    end if;
exception when duplicate_object or unique_violation then null;
end $$;

create schema vault;
grant usage on schema vault to coord_keys;

-- One row per thing that can be erased alone: a person, a contact, a narrative (a free text of an event). Whoever destroys the row has erased
-- every copy of what it sealed, wherever the copies are.
create table vault.data_key (
    subject    uuid        not null,
    version    integer     not null,
    kind       text        not null check (kind in ('person', 'contact', 'narrative')),
    -- Name of the master key that wraps it.
    master     text        not null,
    wrapped    bytea       not null,
    created_at timestamptz not null default clock_timestamp(),
    primary key (subject, version)
);
create index data_key_master on vault.data_key (master, subject);

create table vault.person (
    person     uuid        primary key,
    created_by text        not null,
    created_at timestamptz not null default clock_timestamp()
);

create table vault.contact (
    contact    uuid        primary key,
    created_by text        not null,
    created_at timestamptz not null default clock_timestamp()
);

-- Whose contacts they are, so that they go with the last of them.
create table vault.person_contact (
    person  uuid not null references vault.person on delete cascade,
    contact uuid not null references vault.contact on delete cascade,
    primary key (person, contact)
);
create index person_contact_contact on vault.person_contact (contact);

-- What is known of a person or contact, each field sealed by the data key of its subject.
create table vault.field (
    subject    uuid     not null,
    field      text     not null,
    version    integer  not null,
    alg        smallint not null,
    nonce      bytea    not null check (octet_length(nonce) = 12),
    ciphertext bytea    not null,
    tag        bytea    not null check (octet_length(tag) = 16),
    primary key (subject, field),
    foreign key (subject, version) references vault.data_key (subject, version) on delete cascade
);
create index field_key on vault.field (subject, version);

-- Exact match without the value: a keyed hash (96 bits) of the normalised identifier. A plain hash of a NIK could be guessed. These two kinds
-- (nik, passport) decide who a person is.
create table vault.identifier (
    kind        text  not null,
    blind_index bytea not null check (octet_length(blind_index) = 12),
    person      uuid  not null references vault.person on delete cascade,
    primary key (kind, blind_index)
);
create index identifier_person on vault.identifier (person);

-- The same for what several persons may share (phone, name_birth): found by, never decided by.
create table vault.trait (
    kind        text  not null,
    blind_index bytea not null check (octet_length(blind_index) = 12),
    person      uuid  not null references vault.person on delete cascade,
    primary key (kind, blind_index, person)
);
create index trait_person on vault.trait (person);

-- What the key answers to a fixed question. Two Hosts with different keys would give one person two references.
create table vault.index_key (
    only_row boolean primary key default true check (only_row),
    proof    bytea not null
);

grant select, insert, update, delete on vault.data_key, vault.field, vault.person, vault.contact, vault.person_contact, vault.identifier, vault.trait
    to coord_keys;
grant select, insert on vault.index_key to coord_keys;
