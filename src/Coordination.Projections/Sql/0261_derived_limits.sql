-- Projection CaseTimeline: what is taken back of a thing is taken back of everything that was made of it. An alert says something about every event
-- that it rests on, so whoever is shut out of one of them is shut out of the alert: its lines, its place in lists and counts, its frames.
alter table readmodel.timeline_basis add column derived boolean not null default false;
create index timeline_basis_derived on readmodel.timeline_basis (stream_id) where derived;
-- Whose narrowing it is, where that is not the stream's own: readers added to that one again read this one again.
alter table readmodel.timeline_limit add column source uuid null;

-- Made of others, and told by now whose narrowings it is under. Before that nobody reads it: the view that shows it may be ahead of this one.
create table readmodel.timeline_derived (
    stream_id  uuid    primary key,
    position   bigint  not null
);
call coordination.protect('readmodel.timeline_derived', '(select coordination.viewer_agency()) is not null');

alter table readmodel.alert no force row level security;
insert into readmodel.timeline_derived select alert_id, position from readmodel.alert;
alter table readmodel.timeline_basis no force row level security;
update readmodel.timeline_basis set derived = true where stream_id in (select alert_id from readmodel.alert);
alter table readmodel.timeline_basis force row level security;
alter table readmodel.alert force row level security;

create or replace function coordination.shut_out(id uuid) returns table (taken_at bigint) language sql stable parallel safe rows 1
as $$
    select taken.position from readmodel.timeline_limit taken
    where taken.stream_id = id and not taken.keep && (select coordination.viewer_groups())
      and not exists (
          select from readmodel.timeline_grant added
          where added.stream_id = coalesce(taken.source, taken.stream_id) and added.position > taken.position
            and added.recipient = any((select coordination.viewer_groups())::text[]))
$$;
