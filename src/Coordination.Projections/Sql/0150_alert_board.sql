-- Projection AlertBoard.
create table readmodel.alert (
    alert_id          uuid         primary key,
    position          bigint       not null,
    changed_position  bigint       not null,
    version           bigint       not null,
    code              text         not null,
    rule              text         not null,
    rule_version      integer      not null,
    severity          text         not null,
    status            text         not null,
    escalation_level  integer      not null,
    raised_at         timestamptz  not null,
    escalates_at      timestamptz  null,
    assigned_to       text         null,
    outcome           text         null,
    place             text         null,
    persons           uuid[]       not null,
    evidence          uuid[]       not null,
    recipients        text[]       not null,
    facts             jsonb        not null,
    -- Unresolved before resolved, unanswered first, then severity, then what escalates first.
    urgency           bigint       not null,
    caveats           text[]       not null,
    agency            text         not null,
    level             integer      not null,
    -- As widened by escalations.
    audience          text[]       not null
);
create index alert_urgency on readmodel.alert (urgency, position);
create index alert_changed on readmodel.alert (changed_position);

create table readmodel.alert_step (
    alert_id  uuid         not null,
    version   bigint       not null,
    step      text         not null,
    at        timestamptz  not null,
    agency    text         not null,
    unit      text         not null,
    officer   text         not null,
    tier      integer      null,
    note      text         null,
    level     integer      not null,
    audience  text[]       not null,
    primary key (alert_id, version)
);
