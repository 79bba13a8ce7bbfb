-- Roles and database on a PostgreSQL 15 or later of your own. Once per server, as a superuser:
--   psql -v ON_ERROR_STOP=1 -f deploy/roles.sql                      (another database name: -v database=NAME)
-- Repeating it changes nothing. Passwords are set afterwards with \password, unless pg_hba.conf uses peer or certificates.

\if :{?database}
\else
\set database coordination
\endif

-- Owns the tables and runs migrations. Nobody logs in with it while the product runs.
select 'create role coord_owner login nosuperuser nocreaterole nocreatedb nobypassrls'
where not exists (select from pg_roles where rolname = 'coord_owner') \gexec

-- What the product runs as: coord_rt answers viewers and sees through row security what each of them may see; coord_daemon appends and projects,
-- and sees everything. Their rights on tables come from the migrations: events can be added, never changed or removed, by either.
select 'create role coord_rt login nosuperuser nocreaterole nocreatedb nobypassrls'
where not exists (select from pg_roles where rolname = 'coord_rt') \gexec
select 'create role coord_daemon login nosuperuser nocreaterole nocreatedb nobypassrls'
where not exists (select from pg_roles where rolname = 'coord_daemon') \gexec

-- What the vault of identities and keys is read as; coord_rt cannot.
select 'create role coord_keys login nosuperuser nocreaterole nocreatedb nobypassrls'
where not exists (select from pg_roles where rolname = 'coord_keys') \gexec

-- Row security is forced, on the owner too: as a member of coord_daemon it sees all rows, to rebuild views and to verify the log.
grant coord_daemon to coord_owner;

-- Reads everything for a backup, row security or not, and can write nothing. Guard its password like the data itself.
select 'create role coord_backup login nosuperuser nocreaterole nocreatedb bypassrls'
where not exists (select from pg_roles where rolname = 'coord_backup') \gexec
grant pg_read_all_data to coord_backup;

select format('create database %I owner coord_owner encoding ''UTF8'' template template0', :'database')
where not exists (select from pg_database where datname = :'database') \gexec

revoke all on database :"database" from public;
grant connect on database :"database" to coord_rt, coord_daemon, coord_keys, coord_backup;

-- A session that forgets its transaction holds back every reader of the log; end it.
alter role coord_rt in database :"database" set idle_in_transaction_session_timeout = '30s';
alter role coord_rt in database :"database" set client_connection_check_interval = '1s';
alter role coord_rt in database :"database" set search_path = readmodel, coordination, public;
-- Row security makes large expressions of small queries; compiling them takes far longer than running them.
alter role coord_rt in database :"database" set jit = off;
alter role coord_daemon in database :"database" set idle_in_transaction_session_timeout = '30s';
alter role coord_daemon in database :"database" set client_connection_check_interval = '1s';
alter role coord_daemon in database :"database" set search_path = readmodel, coordination, public;
