-- Projection CaseTimeline.
-- An event that stands on a case. shown_at: place in the log at which it came to stand there; known_at: the same on the recorded clock.
create table readmodel.case_timeline (
    case_id      uuid         not null,
    position     bigint       not null,
    shown_at     bigint       not null,
    known_at     timestamptz  not null,
    occurred_at  timestamptz  not null,
    kind         text         not null,
    stream_id    uuid         not null,
    agency       text         not null,
    level        integer      not null,
    audience     text[]       not null,
    primary key (case_id, position)
);
create index case_timeline_story on readmodel.case_timeline (case_id, occurred_at, position);
-- To count what a viewer cleared for Terbatas may know to exist, without walking what it reads anyway.
create index case_timeline_secret on readmodel.case_timeline (case_id, occurred_at, position) where level = 2;
create index case_timeline_shown on readmodel.case_timeline (shown_at);

-- The case itself, as a door: who may come in, since when.
create table readmodel.timeline_case (
    case_id   uuid         primary key,
    position  bigint       not null,
    known_at  timestamptz  not null,
    agency    text         not null,
    level     integer      not null,
    audience  text[]       not null,
    -- Agencies that timeline_member says are members now: who stands at the door needs no second look-up.
    members   text[]       not null default '{}'
);

create table readmodel.timeline_member (
    case_id   uuid         not null,
    agency    text         not null,
    position  bigint       not null,
    known_at  timestamptz  not null,
    -- False: left. The last word up to a moment says whether the agency was a member then.
    joined    boolean      not null,
    primary key (case_id, agency, position)
);

-- What a case holds: streams and persons (node). A stream that rests on something held is held as well.
create table readmodel.timeline_link (
    node      uuid         not null,
    case_id   uuid         not null,
    position  bigint       not null,
    known_at  timestamptz  not null,
    primary key (node, case_id)
);

-- Streams that concern a person, whether or not any case does.
create table readmodel.timeline_person (
    person     uuid  not null,
    stream_id  uuid  not null,
    primary key (person, stream_id)
);

-- Streams that rest on another stream: an alert on its evidence, a handoff on an encounter.
create table readmodel.timeline_basis (
    basis      uuid  not null,
    stream_id  uuid  not null,
    primary key (basis, stream_id)
);

-- Readers added to a stream after it was written (a share, an escalation), and the agency that added them.
create table readmodel.timeline_grant (
    stream_id  uuid         not null,
    recipient  text         not null,
    agency     text         not null,
    position   bigint       not null,
    known_at   timestamptz  not null,
    primary key (stream_id, recipient, position)
);

-- What was taken back: each narrowing is a list of groups, to which those granted after it belong as well. A reader must belong to every list.
create table readmodel.timeline_limit (
    stream_id  uuid         not null,
    position   bigint       not null,
    known_at   timestamptz  not null,
    keep       text[]       not null,
    primary key (stream_id, position)
);
