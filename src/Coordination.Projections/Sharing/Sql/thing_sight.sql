-- What a viewer could see of a thing at a moment, from the log and the ties alone; no context of another viewer plays a part.
-- $1 agency, $2 groups, $3 clearance of the viewer; $4 stream; $5 as known at. No row: there was no such thing then.
-- The marker is replaced by what the thing's events say of it (ThingSight).
with thing as (
    /*thing*/
),
standing as (
    select array(select g.recipient from readmodel.timeline_grant g where g.stream_id = $4 and g.known_at <= $5) as granted,
           exists (
               select from readmodel.timeline_limit l
               where l.stream_id = $4 and l.known_at <= $5 and not (l.keep || array(
                   select g.recipient from readmodel.timeline_grant g
                   where g.stream_id = coalesce(l.source, $4) and g.position > l.position and g.known_at <= $5)) && $2) as shut,
           exists (
               select from readmodel.timeline_link held
               where held.node = $4 and held.known_at <= $5 and held.level <= $3
                 and coalesce((
                     select m.joined from readmodel.timeline_member m
                     where m.case_id = held.case_id and m.agency = $1 and m.known_at <= $5 order by m.position desc limit 1), false)
                 and exists (
                     select from readmodel.timeline_case door
                     where door.case_id = held.case_id and coordination.sight(
                         door.level,
                         door.audience || array(
                             select g.recipient from readmodel.timeline_grant g where g.stream_id = door.case_id and g.known_at <= $5),
                         door.agency, $1, $2 || '{members}'::text[], $3) >= 2
                       and (door.agency = $1 or not exists (
                           select from readmodel.timeline_limit l
                           where l.stream_id = door.case_id and l.known_at <= $5 and not (l.keep || array(
                               select g.recipient from readmodel.timeline_grant g
                               where g.stream_id = door.case_id and g.position > l.position and g.known_at <= $5)) && $2)))) as member
)
select thing.agency, case
    when not standing.granted && $2 and exists (
        select from unnest(thing.within) as needed (list)
        where not string_to_array(needed.list, E'\n') && ($2 || case when standing.member then '{members}'::text[] else '{}' end))
        then 0
    else coordination.sight(
        thing.level, case
            when standing.shut then '{}'
            when 'members' = any(thing.audience) and standing.member then thing.audience || standing.granted || $2
            else thing.audience || standing.granted
        end, thing.agency, $1, $2, $3)
    end
from thing, standing
