-- Projection CaseSummary: that a case was closed, and opened again. A reader takes the latest that it may read.
create table readmodel.case_closing (
    case_id   uuid         not null,
    position  bigint       not null,
    -- Null: reopened.
    ground    text         null,
    at        timestamptz  not null,
    agency    text         not null,
    level     integer      not null,
    audience  text[]       not null,
    primary key (case_id, position)
);
call coordination.protect('readmodel.case_closing', coordination.case_row_seen('case_id'));

-- Projection PersonHoldings: a case is closed as a whole, with everybody on it.
create index person_holding_stream on readmodel.person_holding (stream_id);
