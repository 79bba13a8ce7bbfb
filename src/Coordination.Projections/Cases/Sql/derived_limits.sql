-- Narrowings of what something rests on, as narrowings of that. Who wrote one of the inputs keeps it: it is their own information.
-- $1 uuid[]: streams that were made just now, $2 uuid[]: streams that were narrowed just now.
insert into timeline_limit (stream_id, position, known_at, keep, source)
select made.stream_id, taken.position, taken.known_at,
    taken.keep || array(
        select distinct 'agency:' || (input.headers ->> 'agency')
        from timeline_basis own join mt_events input on input.stream_id = own.basis
        where own.stream_id = made.stream_id and own.derived
          -- Up to then: a rebuild must come to the same.
          and input.seq_id <= greatest(taken.position, made.position)),
    taken.stream_id
from (
    select b.basis, b.stream_id, d.position from timeline_basis b join timeline_derived d using (stream_id) where b.derived and b.stream_id = any($1)
    union
    select b.basis, b.stream_id, d.position from timeline_basis b join timeline_derived d using (stream_id) where b.derived and b.basis = any($2)
) made
join timeline_limit taken on taken.stream_id = made.basis and taken.source is null
on conflict do nothing
