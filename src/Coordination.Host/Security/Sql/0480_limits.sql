-- Limits that hold over all Hosts. Unlogged: nobody waits for the disk, and after a crash of the server everybody begins with a full bucket.
create unlogged table coordination.limit_bucket (
    kind    text              not null,
    key     text              not null,
    tokens  double precision  not null,
    at      timestamptz       not null,
    primary key (kind, key)
);

-- Wrong passwords and codes, by keyed hash of the name: names come from outside.
create unlogged table coordination.wrong_try (
    kind   text         not null,
    name   text         not null,
    wrong  integer      not null,
    until  timestamptz  not null,
    primary key (kind, name)
);

grant select, insert, update, delete on coordination.limit_bucket, coordination.wrong_try to coord_rt;
