-- Projection HandoffInbox.
create table readmodel.handoff (
    handoff_id    uuid         primary key,
    position      bigint       not null,
    version       bigint       not null,
    case_id       uuid         null,
    kind          text         not null,
    from_agency   text         not null,
    from_unit     text         not null,
    to_agency     text         not null,
    to_unit       text         not null,
    to_desk       text         not null,
    subject       uuid         not null,
    role          text         not null,
    status        text         not null,
    closed        boolean      not null,
    detained      boolean      not null,
    summary       text         not null,
    source_ref    text         null,
    legal_basis   text[]       not null,
    proposed_at   timestamptz  not null,
    changed_at    timestamptz  not null,
    clock_step    text         null,
    clock_agency  text         null,
    clock_unit    text         null,
    clock_since   timestamptz  null,
    clock_due     timestamptz  null,
    -- Running ones by what is due first, then the closed ones, the last changed first.
    urgency       bigint       not null,
    agency        text         not null,
    level         integer      not null,
    audience      text[]       not null
);
create index handoff_to on readmodel.handoff (to_agency, to_unit, urgency, position);
create index handoff_from on readmodel.handoff (from_agency, from_unit, urgency, position);
create index handoff_urgency on readmodel.handoff (urgency, position);

-- What is handed over and what is missing of it, from several events of both ends: marked as strictly as the strictest of them.
create table readmodel.handoff_manifest (
    handoff_id  uuid     primary key,
    manifest    jsonb    not null,
    missing     jsonb    not null,
    agency      text     not null,
    level       integer  not null,
    audience    text[]   not null
);

create table readmodel.handoff_stage (
    handoff_id   uuid         not null,
    version      bigint       not null,
    stage        text         not null,
    occurred_at  timestamptz  not null,
    recorded_at  timestamptz  not null,
    agency       text         not null,
    unit         text         not null,
    note         text         null,
    items        text[]       not null,
    level        integer      not null,
    audience     text[]       not null,
    primary key (handoff_id, version)
);
