-- Accounts, tokens and cookie keys. A token is stored as its SHA-256: who reads this table cannot sign in with it.
create table coordination.account (
    username      text primary key,
    agency        text not null,
    unit          text not null,
    role          text not null,
    clearance     text not null,
    password_hash text not null,
    created_at    timestamptz not null default now(),
    disabled_at   timestamptz
);

create table coordination.access_token (
    token_hash bytea primary key,
    username   text not null,
    kind       text not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index access_token_expires_at on coordination.access_token (expires_at);

-- Shared by all Hosts of one database, so that a cookie made by one is read by the next.
create table coordination.data_protection_key (
    name text primary key,
    xml  text not null
);

grant select, insert, update on coordination.account to coord_rt;
grant select, insert, update, delete on coordination.access_token to coord_rt;
grant select, insert on coordination.data_protection_key to coord_rt;
