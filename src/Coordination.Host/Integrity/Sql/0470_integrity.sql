-- The sealer reads the access log.
grant select on coordination.access_entry to coord_daemon;
create index checkpoint_latest on coordination.checkpoint (tree, id desc);
