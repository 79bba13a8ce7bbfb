-- Projection Lapses: streams in which something ends by itself, and when. The worker that writes such ends reads it; nobody else does.
create table readmodel.lapse (
    stream_id  uuid         primary key,
    due_at     timestamptz  not null
);
create index lapse_due on readmodel.lapse (due_at);
call coordination.protect('readmodel.lapse');
