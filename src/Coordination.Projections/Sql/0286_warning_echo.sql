-- Projection WarningEchoes: what events of advisories mean for the warnings that they rest on, and whether the warning's stream says it yet.
create table readmodel.warning_echo (
    echo_id   uuid     primary key,
    advisory  uuid     null,
    warning   uuid     not null,
    told      boolean  not null
);
create index warning_echo_owed on readmodel.warning_echo (warning) where not told;
call coordination.protect('readmodel.warning_echo');
