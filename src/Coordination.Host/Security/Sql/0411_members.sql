-- Rights come from the members' events now; an account is only how one signs in.
alter table coordination.account drop column agency, drop column unit, drop column role, drop column clearance, drop column disabled_at;

-- Secrets of agency systems, as SHA-256 of 256 random bits. Two are valid while a system changes over.
create table coordination.client_secret (
    key         uuid primary key,
    username    text not null,
    secret_hash bytea not null,
    created_at  timestamptz not null,
    expires_at  timestamptz
);
create index client_secret_username on coordination.client_secret (username);

-- An invitation to set a password, for who was appointed; works once.
create table coordination.invitation (
    username   text primary key,
    code_hash  bytea not null,
    expires_at timestamptz not null
);

-- What the watch looks at every two seconds, behind the notifications.
create index access_token_revoked_at on coordination.access_token (revoked_at) where revoked_at is not null;

grant select, insert, update on coordination.client_secret to coord_rt;
grant select, insert, update, delete on coordination.invitation to coord_rt;
