-- What agencies tell of one person stands side by side, each value with its teller: nobody's word is written over another's, and a reveal gives to
-- each agency no more than what may reach it.
alter table vault.field
    add column told_by text,
    -- Keyed hash of subject, field and value: the same value told again is not kept again. Empty for what was kept before this was.
    add column digest  bytea not null default '' check (octet_length(digest) in (0, 12)),
    add column told_at timestamptz not null default clock_timestamp();

-- Until now only who introduced a person or contact left fields of it.
update vault.field f set (told_by, told_at) = (
    select s.created_by, s.created_at from (
        select person as subject, created_by, created_at from vault.person union all select contact, created_by, created_at from vault.contact
    ) s where s.subject = f.subject);

alter table vault.field
    alter column told_by set not null,
    drop constraint field_pkey,
    add primary key (subject, field, told_by, digest);

-- The request that made a person, until another one names it: what is refused is taken away again, unless somebody else came to rely on it.
alter table vault.person add column made_in uuid;
