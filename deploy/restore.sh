#!/usr/bin/env bash
# Usage: restore.sh FILE CONNECTION
#   FILE        what backup.sh wrote; its .sha256 stands beside it
#   CONNECTION  libpq connection string of a superuser to an EMPTY database on a server where roles.sql has run
# Restores all of it or nothing, and prints how many events it holds and the last position. Start no Host on the database before it ends.
set -euo pipefail
[ $# = 2 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
file=$1
connection=$2
(cd "$(dirname "$file")" && sha256sum --check --quiet "$(basename "$file").sha256") || { echo "$file is damaged; nothing was restored." >&2; exit 1; }
ask() { psql --dbname="$connection" --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --command="$1"; }
tables=$(ask "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'")
[ "$tables" = 0 ] || { echo "The database holds $tables tables already; restore into an empty one. Nothing was restored." >&2; exit 1; }
pg_restore --dbname="$connection" --exit-on-error --single-transaction "$file"
ask "analyze"
ask "select format('%s events, last position %s', count(*), coalesce(max(seq_id), 0)) from public.mt_events"
