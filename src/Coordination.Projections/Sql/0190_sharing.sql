-- Projection SharingBoard: what the audience of things asks of people. For the daemon alone; who may be told what of it, its readers decide.
create table readmodel.consent_request (
    thing        uuid         not null,
    number       integer      not null,
    kind         text         not null,
    owner        text         not null,
    consent      text         not null,
    recipients   text[]       not null,
    reason       text         not null,
    agency       text         not null,
    unit         text         not null,
    officer      text         not null,
    asked_at     timestamptz  not null,
    expires_at   timestamptz  not null,
    granted      boolean      null,
    answered_at  timestamptz  null,
    answered_by  text         null,
    note         text         null,
    primary key (thing, number)
);
create index consent_request_open on readmodel.consent_request (owner) where granted is null;
create index consent_request_mine on readmodel.consent_request (agency, unit);

create table readmodel.recall (
    thing        uuid         not null,
    number       integer      not null,
    position     bigint       not null,
    kind         text         not null,
    owner        text         not null,
    unit         text         not null,
    keep         text[]       not null,
    reason       text         not null,
    narrowed_at  timestamptz  not null,
    due_at       timestamptz  not null,
    primary key (thing, number)
);

create table readmodel.recall_answer (
    thing        uuid         not null,
    number       integer      not null,
    agency       text         not null,
    unit         text         not null,
    outcome      text         not null,
    note         text         null,
    officer      text         not null,
    answered_at  timestamptz  not null,
    primary key (thing, number, agency, unit)
);

call coordination.protect('readmodel.consent_request');
call coordination.protect('readmodel.recall');
call coordination.protect('readmodel.recall_answer');
