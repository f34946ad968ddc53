#!/usr/bin/env bash
# Builds everything and runs every test; also all that CI runs. Starts a PostgreSQL of its own and removes it again.
#   tests/run.sh                    all tests
#   tests/run.sh --filter Signing   only the matching tests (`dotnet test --filter`)
#   SMA_FULL=1 tests/run.sh         with the full sweeps
# The last line is always `N passed, N failed`; the exit code is 0 only when everything passed and something ran.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# PostgreSQL, .NET and the tests agree on UTF-8; C.UTF-8 is on every Debian without installing locales.
export LC_ALL=C.UTF-8
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# Tests live briefly: measuring code to compile it better a second time costs a third of their time and gives nothing back.
export DOTNET_TieredPGO=0
# Build processes that outlive the build would keep our output open, and CI waiting.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

results=artifacts/test-results
postgres_folder=''
postgres_bin=''
running=''
failed_steps=()
passed=0
failed=0

say() { printf '%s\n' "$@"; }

stop_running() {
  [[ -n $running ]] || return 0
  kill -TERM -- "-$running" 2>/dev/null || true
  # A test host gets a moment to stop its own children.
  for _ in {1..50}; do
    kill -0 -- "-$running" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL -- "-$running" 2>/dev/null || true
  running=''
}

remove_postgres() {
  [[ -n $postgres_folder ]] || return 0
  if [[ -s $postgres_folder/data/postmaster.pid ]]; then
    as_postgres "$postgres_bin/pg_ctl" stop -D "$postgres_folder/data" -m immediate -w -t 30 >/dev/null 2>&1 \
      || kill -KILL "$(head -n 1 "$postgres_folder/data/postmaster.pid")" 2>/dev/null || true
  fi
  rm -rf -- "$postgres_folder"
  postgres_folder=''
}

finish() {
  local code=$?
  trap - EXIT
  trap '' INT TERM HUP
  stop_running
  remove_postgres
  # Whatever went wrong outside a test counts as one failure, so that the last line agrees with the exit code.
  if ((${#failed_steps[@]} > 0)); then
    say '' 'Failed steps:'
    printf '  %s\n' "${failed_steps[@]}"
    failed=$((failed + ${#failed_steps[@]}))
  elif ((failed == 0 && code != 0)); then
    failed=1
  fi
  ((failed == 0)) || code=$((code == 0 ? 1 : code))
  say '' "$((SECONDS)) s in all"
  say "$passed passed, $failed failed"
  exit "$code"
}
trap finish EXIT
trap 'say "Interrupted."; exit 130' INT
trap 'say "Stopped."; exit 143' TERM HUP

# run NAME COMMAND...: the command gets a process group of its own, so that an interrupt ends it with all its children.
run() {
  local name=$1 started=$SECONDS code=0
  shift
  say '' "== $name"
  setsid "$@" </dev/null &
  running=$!
  wait "$running" || code=$?
  running=''
  if ((code == 0)); then
    say "-- $name: $((SECONDS - started)) s"
  else
    say "-- $name: failed with exit code $code after $((SECONDS - started)) s"
    failed_steps+=("$name (exit code $code)")
  fi
  return "$code"
}

# What the machine must have ------------------------------------------------------------------------------------

may_install() {
  command -v apt-get >/dev/null || return 1
  ((EUID == 0)) || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}

lists_are_fresh=''
# Waits for another apt instead of failing; quiet unless it fails.
install_packages() {
  local log as_root=()
  ((EUID == 0)) || as_root=(sudo -n)
  log=$(mktemp)
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
  if [[ -z $lists_are_fresh ]]; then
    lists_are_fresh=yes
    # A list that cannot be fetched is no reason to stop: the packages may be there all the same.
    "${apt[@]}" update </dev/null >"$log" 2>&1 || true
  fi
  if "${apt[@]}" install -y --no-install-recommends "$@" </dev/null >>"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  tail -n 15 "$log"
  rm -f "$log"
  return 1
}

# need WHAT PACKAGE CHECK...: installs the package when the check fails; says what is missing when that is not possible.
need() {
  local what=$1 package=$2 started=$SECONDS
  shift 2
  "$@" && return 0
  if may_install; then
    say "Installing $package (for $what)."
    if install_packages "$package" && "$@"; then
      say "-- install $package: $((SECONDS - started)) s"
      return 0
    fi
  fi
  say "MISSING: $what. Get it with: apt-get install $package"
  return 1
}

find_postgres() {
  local candidate
  # Debian keeps the server outside PATH, one folder for each version: take the newest.
  for candidate in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV) "$(dirname "$(command -v initdb || echo /-)")"; do
    if [[ -x $candidate/initdb && -x $candidate/pg_ctl && -x $candidate/postgres ]]; then
      postgres_bin=$candidate
      return 0
    fi
  done
  return 1
}

find_chromium() {
  local candidate
  for candidate in "${SMA_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable chrome; do
    if [[ -n $candidate ]] && candidate=$(command -v "$candidate"); then
      export SMA_CHROMIUM=$candidate
      return 0
    fi
  done
  return 1
}

# Where nothing can be installed, the browser that Playwright fetches does as well.
fetch_chromium() {
  local driver=tests/SocialMediaAware.BrowserTests/bin/Debug/net10.0/.playwright node candidate
  node=$(compgen -G "$driver/node/*/node" | head -n 1) || return 1
  run 'fetch a browser with Playwright' timeout 300 "$node" "$driver/package/cli.js" install chromium || true
  for candidate in "${HOME:-/root}"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome; do
    [[ -x $candidate ]] && export SMA_CHROMIUM=$candidate && return 0
  done
  return 1
}

# Debian's own Python has Debian's packages; another one that comes first in PATH may not.
find_mail_sink() {
  local candidate
  for candidate in "${SMA_PYTHON:-}" /usr/bin/python3 python3; do
    if [[ -n $candidate ]] && candidate=$(command -v "$candidate") && "$candidate" -c 'import aiosmtpd.smtp' 2>/dev/null; then
      export SMA_PYTHON=$candidate
      return 0
    fi
  done
  return 1
}

find_soffice() {
  local candidate
  for candidate in "${SMA_SOFFICE:-}" soffice libreoffice; do
    if [[ -n $candidate ]] && candidate=$(command -v "$candidate"); then
      export SMA_SOFFICE=$candidate
      return 0
    fi
  done
  return 1
}

has_sqlite() { [[ $(/sbin/ldconfig -p 2>/dev/null) == *libsqlite3.so.0* ]]; }
has_time_zones() { [[ -e /usr/share/zoneinfo/Pacific/Auckland ]]; }

# PostgreSQL ----------------------------------------------------------------------------------------------------

# PostgreSQL refuses to run as root.
as_postgres() {
  if ((EUID == 0)); then
    (cd / && HOME=$postgres_folder setpriv --reuid="$postgres_user" --regid="$(id -g "$postgres_user")" --clear-groups "$@")
  else
    "$@"
  fi
}

start_postgres() {
  local started=$SECONDS port data log attempt
  postgres_user=$(id -un)
  if ((EUID == 0)); then
    postgres_user=postgres
    id -u postgres >/dev/null 2>&1 || postgres_user=nobody
    # Root's own temporary folder may be closed to everybody else.
    postgres_folder=$(mktemp -d /tmp/sma-postgres.XXXXXX)
    chown "$postgres_user" "$postgres_folder"
  else
    postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/sma-postgres.XXXXXX")
  fi
  data=$postgres_folder/data
  log=$postgres_folder/log
  (as_postgres "$postgres_bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8) >"$postgres_folder/initdb.log" 2>&1 \
    || { tail -n 15 "$postgres_folder/initdb.log"; return 1; }
  echo 'host all all 127.0.0.1/32 trust' >"$data/pg_hba.conf"
  cat >>"$data/postgresql.conf" <<'CONF'
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 300
fsync = on
timezone = 'UTC'
lc_messages = 'C'
CONF
  # The port is free when PostgreSQL could listen on it: look, try, and try another.
  for attempt in {1..20}; do
    port=$((20000 + RANDOM % 12000))
    (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
    # In a subshell, so that an interrupt's report is not redirected too.
    if (as_postgres "$postgres_bin/pg_ctl" start -D "$data" -l "$log" -w -t 60 -o "-p $port") </dev/null >/dev/null 2>&1; then
      export SMA_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres;Include Error Detail=true"
      say "-- PostgreSQL $("$postgres_bin/postgres" --version | grep -o '[0-9.]*' | head -n 1) on port $port: $((SECONDS - started)) s"
      return 0
    fi
    grep -qs 'Address already in use' "$log" || break
  done
  tail -n 15 "$log" || true
  return 1
}

# Results -------------------------------------------------------------------------------------------------------

counter() { grep -os '<Counters [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' || echo 0; }

add_up() {
  local file total executed
  for file in "$results"/*.trx; do
    [[ -e $file ]] || continue
    total=$(counter "$file" total)
    executed=$(counter "$file" executed)
    passed=$((passed + $(counter "$file" passed)))
    failed=$((failed + executed - $(counter "$file" passed)))
    ((total == executed)) || say "$((total - executed)) skipped in $(basename "$file" .trx)"
  done
}

# The names of the failed tests with the first lines of their messages.
list_failures() {
  local file
  for file in "$results"/*.trx; do
    [[ -e $file ]] || continue
    awk '
      function plain(text) {
        gsub(/&#x[dD];/, "", text); gsub(/&#x[aA];/, "\n", text)
        gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "\047", text)
        gsub(/&amp;/, "\\&", text)
        return text
      }
      BEGIN { RS = "</UnitTestResult>" }
      /<UnitTestResult [^>]*outcome="(Failed|Error|Timeout|Aborted)"/ {
        name = $0; sub(/.*<UnitTestResult /, "", name); sub(/.* testName="/, "", name); sub(/".*/, "", name)
        message = ""
        if (match($0, /<Message>/)) { message = substr($0, RSTART + 9); sub(/<\/Message>.*/, "", message) }
        print "  " plain(name)
        count = split(plain(message), lines, "\n")
        for (i = 1; i <= count && i <= 12; i++) print "      " lines[i]
      }' "$file"
  done
}

# -----------------------------------------------------------------------------------------------------------------

if ! command -v dotnet >/dev/null || ! dotnet --version >/dev/null 2>&1; then
  failed_steps+=("no .NET SDK $(grep -o '"version": "[0-9.]*"' global.json | grep -o '[0-9.]*'): get it from https://dotnet.microsoft.com/download")
  exit 1
fi
if ! command -v node >/dev/null; then
  say 'MISSING: Node.js. The styles are built with it: install Node.js 20 or newer, with npm.'
fi
(($# == 0)) || say "Only some of the tests: $*"
[[ -z ${SMA_FULL:-} ]] || say "Full sweeps: SMA_FULL=$SMA_FULL"

# What cannot be had is said, and the tests that need it fail: none is skipped.
need 'time zones' tzdata has_time_zones || true
need 'the SQLite library' libsqlite3-0 has_sqlite || true
need 'a browser for the browser tests' chromium find_chromium || true
need 'a mail server for the tests' python3-aiosmtpd find_mail_sink || true
# The one thing that tests do without where it cannot be had: they read spreadsheets with the SDK then, and say so.
need 'a spreadsheet program to open our files with' libreoffice-calc find_soffice || true
if need 'a PostgreSQL server for the tests' postgresql find_postgres; then
  start_postgres || failed_steps+=('PostgreSQL did not start')
fi

rm -rf "$results"
mkdir -p "$results"

run 'restore the tools' dotnet tool restore || exit 1
run 'restore' dotnet restore --locked-mode --verbosity quiet || exit 1
run 'a second mail server' npm --prefix tests/SocialMediaAware.Tests/Mail/Servers ci --no-audit --no-fund --loglevel=error || true
# A badly formatted file fails the run but hides no test's result.
run 'check the formatting' dotnet csharpier check src tests || true
run 'build' dotnet build --no-restore --verbosity quiet || exit 1

[[ -n ${SMA_CHROMIUM:-} ]] || fetch_chromium || true

for project in SocialMediaAware.Tests SocialMediaAware.BrowserTests; do
  steps_before=${#failed_steps[@]}
  code=0
  run "$project" dotnet test "tests/$project" --no-build --results-directory "$results" \
    --logger "trx;LogFileName=$project.trx" "$@" || code=$?
  # Failed tests are counted by themselves; a run that broke off without one is a failure of its own.
  if ((code != 0)) && [[ -e $results/$project.trx ]] && (($(counter "$results/$project.trx" failed) > 0)); then
    failed_steps=("${failed_steps[@]:0:steps_before}")
  fi
  # Tests that are no longer found must not pass for tests that passed. A filter may well leave none.
  if (($# == 0 && code == 0)) && compgen -G "tests/$project/*/*.cs" >/dev/null \
    && (($(counter "$results/$project.trx" total) == 0)); then
    failed_steps+=("$project: no test was found")
  fi
done

# So that the benchmarks cannot rot; what they measure here is no result.
if (($# == 0)); then
  run 'the benchmarks, for a look' timeout 120 env -u DOTNET_TieredPGO dotnet run --no-build --project tests/SocialMediaAware.Benchmarks -- \
    --quick --only signing planner || true
fi

say ''
add_up
if ((failed > 0)); then
  say 'Failed tests:'
  list_failures
fi
if ((passed + failed == 0)); then
  failed_steps+=('no test ran')
fi
((failed == 0 && ${#failed_steps[@]} == 0)) || exit 1
