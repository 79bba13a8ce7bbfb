-- Projections MemberDirectory and BrokenGlass. Each row is the fold of its stream, as JSON: rights are a matter of the moment they are asked for.
create table readmodel.member (
    username  text    primary key,
    agency    text    not null,
    unit      text    not null,
    version   bigint  not null,
    position  bigint  not null,
    state     jsonb   not null
);
create index member_agency on readmodel.member (agency, username);

create table readmodel.member_unit (
    stream_id  uuid    primary key,
    agency     text    not null,
    code       text    not null,
    position   bigint  not null,
    state      jsonb   not null
);

create table readmodel.agency_membership (
    agency     text     primary key,
    suspended  boolean  not null,
    position   bigint   not null
);

create table readmodel.task_force (
    stream_id  uuid    primary key,
    code       text    not null,
    position   bigint  not null,
    state      jsonb   not null
);

-- Emergency looks, one row per time. level, agency and audience as of every item: the owner, the user's agency and the user's heads read it.
create table readmodel.broken_glass (
    glass_id    uuid         not null,
    opened_at   timestamptz  not null,
    position    bigint       not null,
    version     bigint       not null,
    event_id    uuid         not null,
    case_id     uuid         not null,
    owner       text         not null,
    officer     text         not null,
    unit        text         not null,
    reason      text         not null,
    until       timestamptz  not null,
    ended_at    timestamptz  null,
    review_due  timestamptz  not null,
    reviewed_at timestamptz  null,
    reviewed_by text         null,
    finding     text         null,
    agency      text         not null,
    level       integer      not null,
    audience    text[]       not null,
    primary key (glass_id, opened_at)
);
create index broken_glass_waiting on readmodel.broken_glass (until) where reviewed_at is null;

-- Who is a member is asked by the doors and, narrowed to the viewer's agency, by heads: both as the product itself.
call coordination.protect('readmodel.member');
call coordination.protect('readmodel.member_unit');
call coordination.protect('readmodel.agency_membership');
call coordination.protect('readmodel.task_force');
call coordination.protect('readmodel.broken_glass', coordination.thing_seen('glass_id'));
