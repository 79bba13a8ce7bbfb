-- What rules count or compare: codes, numbers and references. One event may say several things under one key.
alter table readmodel.alert_observation add column value text null, add column ordinal integer not null default 0;
alter table readmodel.alert_observation drop constraint alert_observation_pkey;
alter table readmodel.alert_observation add primary key (rule, key, position, ordinal);

-- Thresholds that two officers changed: whoever judges an event knows those recorded before it.
create table readmodel.rule_threshold (
    position    bigint       primary key,
    setting_id  uuid         not null,
    rule        text         not null,
    territory   text         null,
    from_day    date         not null,
    set_values  jsonb        not null,
    changed_at  timestamptz  not null
);

-- Why an officer should look at an application or encounter. Marked like the alert that it belongs to, or would belong to.
create table readmodel.risk_reason (
    stream_id     uuid         not null,
    alert_id      uuid         not null,
    position      bigint       not null,
    rule          text         not null,
    rule_version  integer      not null,
    code          text         null,
    severity      text         not null,
    at            timestamptz  not null,
    evidence      uuid[]       not null,
    facts         jsonb        not null,
    agency        text         not null,
    level         integer      not null,
    audience      text[]       not null,
    primary key (stream_id, alert_id)
);

call coordination.protect('readmodel.rule_threshold', '(select coordination.viewer_agency()) is not null');
call coordination.protect('readmodel.risk_reason', coordination.thing_seen('alert_id'));
