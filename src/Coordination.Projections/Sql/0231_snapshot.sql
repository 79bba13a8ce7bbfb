-- Projection SnapshotBoard: one row per thing of the kinds that have no board of their own, with its folded state.
create table readmodel.snapshot (
    stream_id  uuid         primary key,
    kind       text         not null,
    position   bigint       not null,
    version    bigint       not null,
    -- In the order of the kind's list, the smallest first.
    sort_key   bigint       not null,
    title_id   text         not null,
    title_en   text         not null,
    status     text         not null,
    is_open    boolean      not null,
    place      text         null,
    unit       text         not null,
    persons    uuid[]       not null,
    first_at   timestamptz  not null,
    last_at    timestamptz  not null,
    due_at     timestamptz  null,
    due_code   text         null,
    state      jsonb        not null,
    caveats    text[]       not null,
    agency     text         not null,
    level      integer      not null,
    audience   text[]       not null,
    -- Lists of readers of further events, one per line break: whoever reads the state reads something of each event, so is on each list.
    within     text[]       not null
);
create index snapshot_list on readmodel.snapshot (kind, sort_key, position);
create index snapshot_due on readmodel.snapshot (due_at) where is_open and due_at is not null;

-- Lists that the viewer is not on.
create function coordination.left_out(lists text[], id uuid) returns table (list text) language sql stable parallel safe rows 1
as $$
    select needed.list from unnest(lists) as needed (list)
    where (
        string_to_array(needed.list, E'\n') && (select coordination.viewer_groups())
        or 'members' = any(string_to_array(needed.list, E'\n')) and coordination.member_through(id)
    ) is not true
$$;

-- As coordination.thing_seen, and on every further list. Readers added to the thing were added to all of it.
call coordination.protect('readmodel.snapshot', $$
    coordination.sight_of(
        agency = (select coordination.viewer_agency()) and 0 = (select count(*) from coordination.left_out(within, stream_id))
        or (
            (audience && (select coordination.viewer_groups())
                or 'members' = any(audience) and coordination.member_through(stream_id)
            ) and 0 = (select count(*) from coordination.left_out(within, stream_id))
            or 0 < (select count(*) from coordination.added_to(stream_id))
        ) and 0 = (select count(*) from coordination.shut_out(stream_id)),
        level, (select coordination.viewer_clearance())) >= (select coordination.least_sight()) $$);
