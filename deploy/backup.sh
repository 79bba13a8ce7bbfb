#!/usr/bin/env bash
# Usage: backup.sh CONNECTION DIRECTORY
#   CONNECTION  libpq connection string of a role that row security does not bind, such as 'host=db1 dbname=coordination user=coord_backup'
# Writes DIRECTORY/coordination-TIME.dump and its .sha256, of one consistent moment, while the product runs. Prints the file's name.
set -euo pipefail
[ $# = 2 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
connection=$1
directory=$2
umask 077
mkdir -p "$directory"
name=coordination-$(date -u +%Y%m%dT%H%M%SZ).dump
[ ! -e "$directory/$name" ] || { echo "$directory/$name is there already." >&2; exit 1; }

# Made aside and renamed when it is whole and on the disk: what has the final name is a backup.
aside=$(mktemp "$directory/.incomplete-XXXXXX")
trap 'rm -f "$aside"' EXIT
pg_dump --dbname="$connection" --format=custom --compress=6 --file="$aside"
pg_restore --list "$aside" > /dev/null
sync "$aside"
(cd "$directory" && sha256sum "$(basename "$aside")" | sed "s/ .*/  $name/" > "$name.sha256")
mv "$aside" "$directory/$name"
sync "$directory"
echo "$directory/$name"
