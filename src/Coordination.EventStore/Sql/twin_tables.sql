-- Statements that make an empty twin of a projection table, without keys and indexes: columns, defaults, checks, identity, comments,
-- storage, owner, rights and policies are those of the live table. twin_security.sql puts the policies into force.
-- $1 text: live schema, $2 text: table, $3 text: the twin's schema.
with live as (
    select c.oid, c.relacl, c.reloptions, pg_get_userbyid(c.relowner) as owner,
        format('%I.%I', $3, c.relname) as twin, format('%I.%I', $1, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2 and c.relkind = 'r'
)
select 1 as step, format('create table %s (like %s including all excluding indexes)', twin, name) as statement from live
union all
select 2, format('alter table %s set (%s)', twin, array_to_string(reloptions, ', ')) from live where reloptions is not null
union all
select 3, format('grant usage, create on schema %I to %I', $3, owner) from live
union all
select 4, format('alter table %s owner to %I', twin, owner) from live
union all
select 5, format('grant %s on %s to %s', acl.privilege_type, twin, case acl.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(acl.grantee)) end)
from live, aclexplode(relacl) as acl
union all
select 6, format('create policy %I on %s as %s for %s to %s', p.policyname, twin, p.permissive, p.cmd, array_to_string(array(select quote_ident(r) from unnest(p.roles) r), ', '))
    || coalesce(' using (' || p.qual || ')', '') || coalesce(' with check (' || p.with_check || ')', '')
from live, pg_policies p where p.schemaname = $1 and p.tablename = $2
order by step;
