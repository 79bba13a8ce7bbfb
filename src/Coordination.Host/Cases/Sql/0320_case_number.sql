-- The last number given to a case, per year. A counter row, not a sequence: it begins again every January.
create table coordination.case_number (
    year integer primary key,
    last integer not null
);
grant select, insert, update on coordination.case_number to coord_rt;
