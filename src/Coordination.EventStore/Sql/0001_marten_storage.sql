-- Marten 9's event tables for one tenant and uuid streams, with correlation, causation, headers and user_name switched on and with
-- EnableUniqueIndexOnEventId. Columns, order, defaults and names are Marten's own, so that Marten can be pointed at this database.
-- Add nothing here: Marten's schema tool drops columns and indexes that it does not know. What is ours lives in other schemas.

create table public.mt_streams (
    id           uuid                      not null,
    type         varchar                   null,
    version      bigint                    null,
    timestamp    timestamp with time zone  not null default (now()),
    created      timestamp with time zone  not null default (now()),
    tenant_id    varchar                   null default '*DEFAULT*',
    is_archived  bool                      null default false,
    constraint pkey_mt_streams_id primary key (id)
);

-- The default of mt_events.timestamp is a quoted literal, as Marten emits it: frozen at the moment of this statement, and therefore
-- useless. Every writer sends the timestamp.
create table public.mt_events (
    seq_id          bigint                    not null,
    id              uuid                      not null,
    stream_id       uuid                      null,
    version         bigint                    not null,
    data            jsonb                     not null,
    bdata           bytea                     null,
    type            varchar(500)              not null,
    timestamp       timestamp with time zone  not null default '(now())',
    tenant_id       varchar                   null default '*DEFAULT*',
    mt_dotnet_type  varchar                   null,
    correlation_id  varchar                   null,
    causation_id    varchar                   null,
    headers         jsonb                     null,
    user_name       varchar                   null,
    is_archived     bool                      null default false,
    constraint pkey_mt_events_seq_id primary key (seq_id)
);

alter table public.mt_events
    add constraint fkey_mt_events_stream_id foreign key (stream_id) references public.mt_streams (id) on delete cascade;

create unique index pk_mt_events_stream_and_version on public.mt_events using btree (stream_id, version);
create unique index idx_mt_events_event_id on public.mt_events using btree (id);

-- cache 1 (the default) is a promise: a number kept in one session and handed out later would appear behind readers.
create sequence public.mt_events_sequence;
alter sequence public.mt_events_sequence owned by public.mt_events.seq_id;

create table public.mt_event_progression (
    name          varchar                   not null,
    last_seq_id   bigint                    null,
    last_updated  timestamp with time zone  null default (transaction_timestamp()),
    constraint pk_mt_event_progression primary key (name)
);

create table public.mt_doc_deadletterevent (
    id                uuid                      not null,
    data              jsonb                     not null,
    mt_last_modified  timestamp with time zone  null default (transaction_timestamp()),
    mt_version        uuid                      not null default (md5(random()::text || clock_timestamp()::text)::uuid),
    mt_dotnet_type    varchar                   null,
    constraint pkey_mt_doc_deadletterevent_id primary key (id)
);
