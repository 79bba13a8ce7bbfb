#!/usr/bin/env bash
# Sets up what the tests need, builds once, and runs every test project of the solution; then the contract of the event store once more on
# PostgreSQL 18. The last line is the sum over all of them.
set -uo pipefail
cd "$(dirname "$0")"
. eng/setup.sh
setup_tests

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
locked=()
[ "${CI:-}" = true ] && locked=(-p:RestoreLockedMode=true)
dotnet build Coordination.sln -v q -nologo "${locked[@]}" || { echo "The build failed; no test ran."; exit 1; }

# One process per project, one project at a time: each of them uses all cores by itself, and several would disturb those that measure time.
run() { # NAME TARGET
    dotnet test "$2" --no-build -nologo -m:1 --results-directory "$results/$1" --logger "trx;LogFilePrefix=$1" \
        --logger "console;verbosity=minimal" --blame-hang-timeout 10m --blame-hang-dump-type none
}

broken=0
run solution Coordination.sln || broken=1
COORDINATION_TEST_PG=18 run postgresql-18 tests/Coordination.EventStore.Tests || broken=1

# A project without results has crashed or holds no tests: both would otherwise look like success.
projects=$(dotnet sln Coordination.sln list | grep '\.csproj$' | xargs grep -l Microsoft.NET.Test.Sdk | wc -l)
runs=$(grep -rlE '<Counters total="[1-9]' "$results" --include='*.trx' | wc -l)
if [ "$runs" != $((projects + 1)) ]; then
    echo "Only $runs of $((projects + 1)) test runs have results."
    broken=1
fi

sum() { # ATTRIBUTE...
    local total=0 name value
    for name in "$@"; do
        while read -r value; do total=$((total + value)); done < <(
            grep -rhoE '<Counters [^>]*' "$results" --include='*.trx' | grep -oE " $name=\"[0-9]+" | grep -oE '[0-9]+$')
    done
    echo "$total"
}

passed=$(sum passed)
failed=$(sum failed error timeout aborted)
skipped=$(sum notExecuted)
[ "$skipped" = 0 ] || echo "$skipped skipped"
[ "$broken" = 1 ] && [ "$failed" = 0 ] && failed=1 # something failed outside a test: a crash, a hang, a project without results
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
