-- Projection TipTracking: what the holder of a tracking code may be told, found by the digest of the code. No viewer reads it: whoever asks has nothing but
-- the code, and the Host asks in its place.
create table readmodel.tip_tracking (
    tip             uuid   primary key,
    code_digest     bytea  not null,
    received_on     date   not null,
    looked_into_on  date   null,
    passed_on       date   null,
    closed_on       date   null
);
create index tip_tracking_code on readmodel.tip_tracking (code_digest);
call coordination.protect('readmodel.tip_tracking');
