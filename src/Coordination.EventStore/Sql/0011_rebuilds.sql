-- One row per projection that was ever rebuilt. The run id fences a rebuild that was given up for dead: it cannot swap any more.
create table coordination.rebuild (
    shard     text         primary key,
    run       uuid         not null,
    twin      text         not null, -- schema of the rows under construction
    state     text         not null check (state in ('running', 'done', 'failed')),
    position  bigint       not null default 0,
    target    bigint       not null default 0,
    started   timestamptz  not null default clock_timestamp(),
    updated   timestamptz  not null default clock_timestamp()
);

grant select on coordination.rebuild to coord_daemon;
