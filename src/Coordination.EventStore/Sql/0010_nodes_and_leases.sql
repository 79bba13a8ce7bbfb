-- Which process runs which projection. Only an agreement on who works: that nothing is projected twice rests on the compare-and-set of
-- mt_event_progression alone, so a wrong row here costs time, never correctness.

create table coordination.node (
    id                uuid         primary key,
    name              text         not null,
    heartbeat         timestamptz  not null,
    -- Shards this process knows and can run. One that stopped on an event it does not know is taken out: a newer process may know it.
    shards            text[]       not null,
    -- Its listening connection. When that is gone from pg_stat_activity the process is dead, and nobody waits for the heartbeat to age.
    listener          integer      null,
    listener_started  timestamptz  null
);

create table coordination.shard_lease (
    shard           text         primary key,
    owner           uuid         null,
    epoch           bigint       not null default 0, -- grows with each change of owner; for diagnosis
    expires         timestamptz  not null default '-infinity',
    state           text         not null default 'waiting' check (state in ('waiting', 'running', 'retrying', 'stopped')),
    error           text         null, -- never content of events
    error_position  bigint       null,
    changed         timestamptz  not null default clock_timestamp()
);

grant select, insert, update, delete on coordination.node, coordination.shard_lease to coord_daemon;
