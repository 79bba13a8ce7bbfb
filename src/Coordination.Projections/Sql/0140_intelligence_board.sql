-- Projection IntelligenceBoard.
create table readmodel.intelligence_report (
    report_id          uuid         primary key,
    position           bigint       not null,
    version            bigint       not null,
    title              text         not null,
    unit               text         not null,
    source_grade       text         not null,
    information_grade  integer      not null,
    place              text         null,
    persons            uuid[]       not null,
    occurred_at        timestamptz  not null,
    recorded_at        timestamptz  not null,
    caveats            text[]       not null,
    agency             text         not null,
    level              integer      not null,
    -- As widened by what was shared since.
    audience           text[]       not null
);
create index intelligence_report_position on readmodel.intelligence_report (position);

create table readmodel.intelligence_recipient (
    report_id        uuid         not null,
    agency           text         not null,
    -- Groups of the agency that the report is for: all of it, or some of its units.
    recipients       text[]       not null,
    shared_at        timestamptz  not null,
    due_at           timestamptz  not null,
    acknowledged_at  timestamptz  null,
    acknowledged_by  text         null,
    primary key (report_id, agency)
);
create index intelligence_recipient_agency on readmodel.intelligence_recipient (agency, report_id) where acknowledged_at is null;
