-- Sessions that idle out, second factors that work once, and the scopes of agency systems.

-- seen_at: when a page session was last used (null for API tokens, which have no idle limit); second_factor_at: when its holder last proved the
-- second factor; scopes: what an agency's system may do with it, null for a person.
alter table coordination.access_token
    add column seen_at          timestamptz,
    add column second_factor_at timestamptz,
    add column scopes           text[];
create index access_token_username on coordination.access_token (username) where revoked_at is null;

-- The secret is protected by the keys that protect cookies. last_step: the last time step a code was taken for; that one and older ones are refused.
create table coordination.second_factor (
    username     text primary key,
    secret       text not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0
);

-- As SHA-256: a code is 80 random bits, so nothing slower is needed. Taking one deletes it.
create table coordination.recovery_code (
    username  text not null,
    code_hash bytea not null,
    primary key (username, code_hash)
);

grant select, insert, update on coordination.second_factor to coord_rt;
grant select, insert, delete on coordination.recovery_code to coord_rt;
