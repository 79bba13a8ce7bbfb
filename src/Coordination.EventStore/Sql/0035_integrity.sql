-- Two Merkle trees (RFC 9162): one over the events, one over the access log (docs/adr/0020-the-log-proves-itself.md). What is in them only grows.

create table coordination.tree (
    tree      smallint     primary key,
    name      text         not null unique,
    size      bigint       not null default 0, -- leaves
    position  bigint       not null default 0, -- everything up to here is in the tree
    frontier  bytea        not null default '', -- roots of the largest full subtrees, left to right: 32 bytes each
    -- Who grows it now. Only an agreement on who works: the compare-and-set of epoch and size is what keeps two apart.
    owner     uuid         null,
    epoch     bigint       not null default 0,
    expires   timestamptz  not null default '-infinity'
);
insert into coordination.tree (tree, name) values (1, 'events'), (2, 'access');

create table coordination.tree_leaf (
    tree      smallint  not null,
    leaf      bigint    not null, -- 0-based, without holes
    position  bigint    not null, -- with the holes that the log has
    hash      bytea     not null,
    parts     bytea     not null, -- CRC-32C of each field of the leaf: tells what differs, proves nothing
    primary key (tree, position),
    constraint tree_leaf_number unique (tree, leaf)
);

-- Full tiles of 256 hashes (C2SP tlog-tiles); what is not full yet follows from leaves and roots.
create table coordination.tree_tile (
    tree    smallint  not null,
    level   smallint  not null,
    index   bigint    not null,
    hashes  bytea     not null,
    root    bytea     not null,
    primary key (tree, level, index)
);
alter table coordination.tree_tile alter column hashes set storage external;

-- Every head that was ever signed: a tree that no longer has this root at this size was rewritten.
create table coordination.checkpoint (
    id         bigint       generated always as identity primary key,
    tree       smallint     not null,
    size       bigint       not null,
    position   bigint       not null,
    root       bytea        not null,
    origin     text         not null,
    note       text         not null,
    signed_at  timestamptz  not null default clock_timestamp()
);
create index checkpoint_size on coordination.checkpoint (tree, size);

-- The key that an agency's witness signs with: the first that it showed. Another one needs the owner of the tables.
create table coordination.witness (
    tree      smallint     not null,
    agency    text         not null,
    key       text         not null,
    shown_at  timestamptz  not null default clock_timestamp(),
    primary key (tree, agency)
);

create table coordination.cosignature (
    id           bigint       generated always as identity primary key,
    tree         smallint     not null,
    agency       text         not null,
    size         bigint       not null,
    root         bytea        not null,
    line         text         not null,
    received_at  timestamptz  not null default clock_timestamp()
);
create index cosignature_latest on coordination.cosignature (tree, agency, id desc);

-- A log that had to be restored to a shorter one, made known: heads up to that checkpoint are no promise any more.
create table coordination.tree_rewind (
    id                bigint       generated always as identity primary key,
    tree              smallint     not null,
    after_checkpoint  bigint       not null,
    note              text         not null, -- signed under the old and the new name
    at                timestamptz  not null default clock_timestamp()
);

-- How far the self-audit is, and what it found; and why no head is signed. While a finding stands here, that tree's heads are not signed.
create table coordination.tree_audit (
    tree       smallint     primary key,
    leaf       bigint       not null default 0,
    cycle      bigint       not null default 1,
    completed  timestamptz  null,
    finding    text         null,
    found_at   timestamptz  null,
    refusal    text         null,
    updated    timestamptz  not null default clock_timestamp()
);
insert into coordination.tree_audit (tree) values (1), (2);

grant select, insert on coordination.tree_leaf, coordination.tree_tile, coordination.checkpoint, coordination.witness, coordination.cosignature,
    coordination.tree_rewind to coord_daemon;
grant select, update on coordination.tree, coordination.tree_audit to coord_daemon;
