-- Projection VictimShield: what agencies say of persons as victims, and what stands against persons. The keeper of the shield and the decisions on
-- punitive acts read it, for nobody's eyes.

-- The last word of one agency in one stream. In the person's own stream it is a determination, or a suspicion that nobody has decided yet.
create table readmodel.victim_word (
    person      uuid     not null,
    stream_id   uuid     not null,
    agency      text     not null,
    status      integer  not null,
    determined  boolean  not null,
    position    bigint   not null,
    primary key (person, stream_id, agency)
);
create index victim_word_stream on readmodel.victim_word (stream_id);

-- Acts against a person that stand: punitive watch entries, travel bans and administrative actions. One that ends takes its row away.
create table readmodel.punitive_act (
    stream_id   uuid     primary key,
    kind        text     not null,
    person      uuid     not null,
    version     bigint   not null
);
create index punitive_act_person on readmodel.punitive_act (person);

call coordination.protect('readmodel.victim_word');
call coordination.protect('readmodel.punitive_act');
