-- Projection VictimShield: what one operation decides stands against several persons.
alter table readmodel.punitive_act drop constraint punitive_act_pkey;
alter table readmodel.punitive_act add primary key (stream_id, person);
