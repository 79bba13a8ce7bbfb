-- Statements that give a twin the keys and indexes of the live table, under the same names: later migrations find them.
-- $1 text: live schema, $2 text: table, $3 text: the twin's schema.
with live as (
    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2
)
select 1 as step, format('alter table %I.%I add constraint %I %s', $3, $2, con.conname, pg_get_constraintdef(con.oid)) as statement
from pg_constraint con join live on live.oid = con.conrelid where con.contype in ('p', 'u', 'x')
union all
select 2, replace(pg_get_indexdef(i.indexrelid), format(' ON %I.%I ', $1, $2), format(' ON %I.%I ', $3, $2))
from pg_index i join live on live.oid = i.indrelid
where not exists (select from pg_constraint con where con.conindid = i.indexrelid and con.conrelid = live.oid)
order by step;
