#!/usr/bin/env bash
# Installs what the tests need where it is missing (PostgreSQL, Chromium), checks formatting, builds, runs every test.
# The last line counts: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

has_postgres() { command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
has_chromium() { command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

install() {
  command -v apt-get >/dev/null || { echo "Please install PostgreSQL 15+ and Chromium: this script only knows apt-get." >&2; exit 1; }
  local root=""
  [ "$(id -u)" = 0 ] || root="sudo"
  export DEBIAN_FRONTEND=noninteractive
  $root apt-get update -qq
  if ! has_postgres; then
    # The tests start a cluster of their own; the package must not start one too.
    $root apt-get install -y -qq postgresql-common
    $root sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    $root apt-get install -y -qq postgresql
  fi
  # The shell without windows does the same in three quarters of the time.
  has_chromium || $root apt-get install -y -qq chromium-headless-shell || $root apt-get install -y -qq chromium ||
    $root apt-get install -y -qq chromium-browser
}

has_postgres && has_chromium || install

echo "== Formatting"
dotnet tool restore
dotnet csharpier check .

echo "== Build"
dotnet restore --locked-mode
# As it is shipped, which is faster to run, too.
dotnet build --no-restore --configuration Release

echo "== Tests"
failed=0
projects=$(ls -d tests/*.Tests)
for project in $projects; do
  name=$(basename "$project")
  dotnet test "$project" --no-build --configuration Release --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=normal" --results-directory "$results" || failed=1
done

passed=0 broken=0 skipped=0
for project in $projects; do
  name=$(basename "$project")
  counters=$(grep -o '<Counters [^>]*>' "$results/$name.trx" 2>/dev/null || true)
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  if [ -z "$counters" ] || [ "$(count total)" = 0 ]; then
    echo "$name ran no test." >&2
    broken=$((broken + 1))
    continue
  fi
  passed=$((passed + $(count passed)))
  broken=$((broken + $(count executed) - $(count passed)))
  skipped=$((skipped + $(count total) - $(count executed)))
done

if [ "$broken" = 0 ] && [ "$failed" != 0 ]; then
  echo "A test run ended badly without naming a failed test." >&2
  broken=1
fi

if [ "$skipped" = 0 ]; then
  echo "$passed passed, $broken failed"
else
  echo "$passed passed, $broken failed, $skipped skipped"
fi
[ "$broken" = 0 ]
