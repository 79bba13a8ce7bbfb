-- The tables of the store as text, one line per column, constraint, index and sequence.
with tables as (
    select c.oid, c.relname from pg_class as c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')),
lines as (
    select relname, 1 as kind, attnum as nth, format('column %s %s%s%s', attname, format_type(atttypid, atttypmod),
        case when attnotnull then ' not null' else '' end,
        coalesce(' default ' || regexp_replace(pg_get_expr(adbin, adrelid), '^''[0-9-]{10} [0-9:.+-]+''::timestamp with time zone$',
            '<moment of the DDL>'), '')) as line
    from tables join pg_attribute on attrelid = tables.oid and attnum > 0 and not attisdropped
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    union all
    select relname, 2, row_number() over (partition by relname order by conname collate "C"), format('constraint %s %s', conname, pg_get_constraintdef(pg_constraint.oid))
    from tables join pg_constraint on conrelid = tables.oid and contype <> 'n' -- not null: a column says so, and only PostgreSQL 18 lists it here too
    union all
    select tables.relname, 3, row_number() over (partition by tables.relname order by index.relname collate "C"), pg_get_indexdef(indexrelid)
    from tables join pg_index on indrelid = tables.oid join pg_class as index on index.oid = indexrelid
    union all
    select relname, 4, row_number() over (partition by relname order by tgname), format('trigger %s', tgname)
    from tables join pg_trigger on tgrelid = tables.oid and not tgisinternal
    union all
    select seq.relname, 5, 1, format('sequence %s start %s increment %s min %s max %s cache %s%s owned by %s.%s', format_type(seqtypid, null), seqstart,
        seqincrement, seqmin, seqmax, seqcache, case when seqcycle then ' cycle' else '' end, refobjid::regclass, attname)
    from pg_sequence join pg_class as seq on seq.oid = seqrelid
    left join pg_depend on objid = seqrelid and deptype = 'a' and refobjsubid > 0 left join pg_attribute on attrelid = refobjid and attnum = refobjsubid
    where seq.relnamespace = 'public'::regnamespace)
select string_agg(format('%s: %s', relname, line), e'\n' order by relname collate "C", kind, nth) from lines
