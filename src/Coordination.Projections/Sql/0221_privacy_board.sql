-- Projection PrivacyBoard: questions, notices, requests of persons, retention, holds and breaches. Without free texts: those stay in the log.
create table readmodel.deconfliction_question (
    question_id  uuid         primary key,
    position     bigint       not null,
    agency       text         not null,
    unit         text         not null,
    officer      text         not null,
    sought_by    text         not null,
    purpose      text         not null,
    case_id      uuid         null,
    operation    text         null,
    asked_at     timestamptz  not null,
    -- Agency, unit and desk of each contact, side by side.
    contacts     text[]       not null,
    level        integer      not null,
    audience     text[]       not null
);
create index deconfliction_question_position on readmodel.deconfliction_question (position desc);

-- One row per agency that was told; no agency sees another's.
create table readmodel.contact_notice (
    notice_id        uuid         not null,
    agency           text         not null,
    unit             text         not null,
    desk             text         not null,
    position         bigint       not null,
    asked_agency     text         not null,
    asked_unit       text         not null,
    asked_desk       text         not null,
    asked_at         timestamptz  not null,
    acknowledged_at  timestamptz  null,
    level            integer      not null,
    audience         text[]       not null,
    primary key (notice_id, agency)
);
create index contact_notice_position on readmodel.contact_notice (position desc);
create index contact_notice_open on readmodel.contact_notice (agency) where acknowledged_at is null;

create table readmodel.subject_request (
    request_id   uuid         primary key,
    position     bigint       not null,
    version      bigint       not null,
    agency       text         not null,
    unit         text         not null,
    person       uuid         not null,
    "right"      text         not null,
    reference    text         not null,
    status       text         not null,
    received_at  timestamptz  not null,
    due_at       timestamptz  not null,
    answered_at  timestamptz  null,
    level        integer      not null,
    audience     text[]       not null
);
create index subject_request_position on readmodel.subject_request (position desc);

create table readmodel.retention_proposal (
    retention_id   uuid     primary key,
    position       bigint   not null,
    version        bigint   not null,
    agency         text     not null,
    person         uuid     not null,
    class          text     not null,
    last_entry_on  date     not null,
    due_on         date     not null,
    status         text     not null,
    approved_by    text     null,
    until          date     null,
    level          integer  not null,
    audience       text[]   not null
);
create index retention_proposal_position on readmodel.retention_proposal (position desc);
create index retention_proposal_person on readmodel.retention_proposal (person);

create table readmodel.legal_hold (
    hold_id    uuid         primary key,
    position   bigint       not null,
    version    bigint       not null,
    agency     text         not null,
    unit       text         not null,
    ground     text         not null,
    reference  text         not null,
    person     uuid         null,
    case_id    uuid         null,
    placed_by  text         not null,
    placed_at  timestamptz  not null,
    lifted_at  timestamptz  null,
    level      integer      not null,
    audience   text[]       not null
);
create index legal_hold_position on readmodel.legal_hold (position desc);
create index legal_hold_standing on readmodel.legal_hold (person, case_id) where lifted_at is null;

create table readmodel.breach (
    breach_id     uuid         primary key,
    position      bigint       not null,
    version       bigint       not null,
    agency        text         not null,
    unit          text         not null,
    known_at      timestamptz  not null,
    due_at        timestamptz  not null,
    risk          text         null,
    subjects_at   timestamptz  null,
    authority_at  timestamptz  null,
    closed_at     timestamptz  null,
    level         integer      not null,
    audience      text[]       not null
);
create index breach_position on readmodel.breach (position desc);

call coordination.protect('readmodel.deconfliction_question', coordination.thing_seen('question_id'));
call coordination.protect('readmodel.contact_notice', coordination.thing_seen('notice_id'));
call coordination.protect('readmodel.subject_request', coordination.thing_seen('request_id'));
call coordination.protect('readmodel.retention_proposal', coordination.thing_seen('retention_id'));
call coordination.protect('readmodel.legal_hold', coordination.thing_seen('hold_id'));
call coordination.protect('readmodel.breach', coordination.thing_seen('breach_id'));
