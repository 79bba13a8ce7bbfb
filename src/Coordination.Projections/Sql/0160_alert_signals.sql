-- Projection AlertSignals: what the rules remember, what they found, and what is due. The worker that raises alerts reads the last two.
create table readmodel.alert_observation (
    rule       text         not null,
    key        text         not null,
    position   bigint       not null,
    kind       text         not null,
    event_id   uuid         not null,
    stream_id  uuid         not null,
    at         timestamptz  not null,
    person     uuid         not null,
    place      text         not null,
    agency     text         not null,
    unit       text         not null,
    marking    jsonb        not null,
    primary key (rule, key, position)
);

-- A finding is due at once, a clock when it runs out; a clock that stops takes its row away.
create table readmodel.alert_signal (
    alert_id   uuid         primary key,
    rule       text         not null,
    key        text         not null,
    due_at     timestamptz  not null,
    clock_of   uuid         null,
    evidence   uuid[]       not null,
    signal     jsonb        not null
);
create index alert_signal_due on readmodel.alert_signal (due_at);
create index alert_signal_key on readmodel.alert_signal (rule, key);
create index alert_signal_clock on readmodel.alert_signal (clock_of) where clock_of is not null;

-- Alerts that stand in the log, and until when somebody must answer before they go up.
create table readmodel.alert_raised (
    alert_id   uuid         primary key,
    version    bigint       not null,
    level      integer      not null,
    due_at     timestamptz  null,
    severity   text         not null,
    marking    jsonb        not null,
    persons    uuid[]       not null
);
create index alert_raised_due on readmodel.alert_raised (due_at) where due_at is not null;
