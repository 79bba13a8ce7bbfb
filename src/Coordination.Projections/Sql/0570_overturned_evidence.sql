-- Projection OverturnedEvidence: events of an encounter that led to a deferral which the head of the office overturned. Whoever may read that it was
-- overturned reads a rule that fired on them as one that was wrong.
create table readmodel.overturned_evidence (
    event_id   uuid     primary key,
    stream_id  uuid     not null,
    agency     text     not null,
    level      integer  not null,
    audience   text[]   not null
);
create index overturned_evidence_stream on readmodel.overturned_evidence (stream_id);
call coordination.protect('readmodel.overturned_evidence', coordination.thing_seen('stream_id'));
