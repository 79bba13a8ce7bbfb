#!/usr/bin/env bash
# Builds the product and starts it in demo mode on http://127.0.0.1:5080, with a PostgreSQL of its own under ./.data. Ctrl-C stops both.
# While it runs, in another terminal: --tamper alters a stored event behind its back and shows that it is found; --tamper --undo puts it back.
set -euo pipefail
cd "$(dirname "$0")"
if [ "${1:-}" = --tamper ]; then
    exec dotnet artifacts/host/Coordination.Host.dll tamper "${@:2}"
fi
. eng/setup.sh
setup_build

# Published, because a page's files are served from the program's own directory; data and scenario stand where this script does.
dotnet publish src/Coordination.Host -c Release -o artifacts/host -v q -nologo
export ASPNETCORE_CONTENTROOT=$PWD/artifacts/host
exec dotnet artifacts/host/Coordination.Host.dll serve --demo
