# Sourced by run.sh and test.sh: brings a fresh Debian machine with the .NET 10 SDK and Node.js to what they need. Changes nothing that is there.

need() {
    command -v "$1" >/dev/null || { echo "Missing: $1. $2" >&2; exit 1; }
}

setup_build() {
    need dotnet "Install the .NET SDK 10: https://dotnet.microsoft.com/download"
    need node "Install Node.js 20 or later."
    need npm "It comes with Node.js; on Debian: apt-get install npm"
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
}

# The embedded database finds PostgreSQL by itself, and fetches it where none is; the tests want the distribution's as well, a browser for the
# pages, and the checker of the systemd unit, and a library that lies about the time.
setup_tests() {
    setup_build
    [ -n "$(missing_packages)" ] || return 0
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "Not installed, and this is not root on Debian: $(missing_packages). Tests that need them will fail; PostgreSQL is fetched from npm." >&2
        return 0
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null || echo "apt-get update failed; trying with the lists that are here." >&2
    if missing_packages | grep -qw postgresql; then
        # Debian starts a system cluster with the package unless told not to; the tests start their own.
        apt_install postgresql-common
        mkdir -p /etc/postgresql-common/createcluster.d
        echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.d/no-main-cluster.conf
    fi
    # shellcheck disable=SC2046
    apt_install $(missing_packages) || echo "Some packages could not be installed: $(missing_packages)." >&2
}

missing_packages() {
    ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || printf 'postgresql '
    command -v chromium >/dev/null || printf 'chromium '
    ls /usr/lib/*/faketime/libfaketime.so.1 >/dev/null 2>&1 || printf 'libfaketime '
    command -v systemd-analyze >/dev/null || printf 'systemd '
}

apt_install() {
    apt-get install -q -y --no-install-recommends "$@" </dev/null >/dev/null
}
