-- Projection PersonHoldings: which agency has entered something about a person or a contact, and where. What deconfliction answers from, what a
-- search by name may show, and from when on retention counts.
create table readmodel.person_holding (
    -- A person or a contact.
    subject      uuid     not null,
    is_person    boolean  not null,
    stream_id    uuid     not null,
    agency       text     not null,
    unit         text     not null,
    position     bigint   not null,
    -- Sangat Rahasia, or controlled by its originator: the owner may know that somebody asks, the asker never that somebody knows.
    restricted   boolean  not null,
    kind         text     not null,
    last_on      date     not null,
    keep_until   date     not null,
    level        integer  not null,
    audience     text[]   not null,
    primary key (subject, stream_id, agency)
);
create index person_holding_restricted on readmodel.person_holding (stream_id) where restricted;
create index person_holding_keep_until on readmodel.person_holding (keep_until);

call coordination.protect('readmodel.person_holding', coordination.thing_seen('stream_id'));
