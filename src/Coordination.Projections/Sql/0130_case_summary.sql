-- Projection CaseSummary. Every row keeps the marking of the event that made it: who may open a case may not therefore know all of it.
create table readmodel.case_file (
    case_id    uuid         primary key,
    position   bigint       not null,
    version    bigint       not null,
    number     text         not null,
    title      text         not null,
    summary    text         not null,
    phase      text         not null,
    place      text         null,
    unit       text         not null,
    opened_at  timestamptz  not null,
    agency     text         not null,
    level      integer      not null,
    audience   text[]       not null
);
create index case_file_position on readmodel.case_file (position);
create index case_file_number on readmodel.case_file (number);

create table readmodel.case_subject (
    case_id   uuid         not null,
    person    uuid         not null,
    position  bigint       not null,
    role      text         not null,
    status    text         not null,
    added_at  timestamptz  not null,
    agency    text         not null,
    level     integer      not null,
    audience  text[]       not null,
    primary key (case_id, person, position)
);

create table readmodel.case_source (
    case_id    uuid         not null,
    stream_id  uuid         not null,
    position   bigint       not null,
    kind       text         not null,
    linked_at  timestamptz  not null,
    agency     text         not null,
    level      integer      not null,
    audience   text[]       not null,
    primary key (case_id, stream_id)
);

create table readmodel.case_assessment (
    case_id      uuid         not null,
    position     bigint       not null,
    acts         text[]       not null,
    means        text[]       not null,
    purposes     text[]       not null,
    is_child     boolean      not null,
    prima_facie  boolean      not null,
    assessed_at  timestamptz  not null,
    agency       text         not null,
    level        integer      not null,
    audience     text[]       not null,
    primary key (case_id, position)
);
