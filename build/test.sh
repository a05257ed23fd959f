#!/usr/bin/env bash
# Builds the solution (a warning fails), publishes what ships, and runs every test against a throwaway PostgreSQL. Pages are tested in
# Debian's Chromium, and mails are sent to Debian's exim. What reads and writes numbers, times, money, exports and mails runs a second time in
# German.
#
#   build/test.sh [--project NAME] [--keep-db] [ARGUMENT...]
#
# --project builds and runs one project of tests/ alone; --keep-db leaves its PostgreSQL running in .data/test, which the next run finds.
# Further arguments go to dotnet test, e.g. build/test.sh --filter Orders.
# A run of everything also counts as failed when some route was never seen to succeed or never seen to refuse.
# The last line is "N passed, N failed, N skipped"; the exit code is 0 only when tests ran and none failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/common.sh

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

project='' keep_db=0 arguments=()
while (($#)); do
  case $1 in
    --project) project=${2:-}; [[ -d tests/$project ]] || die "--project takes a folder of tests/, such as Domain.Tests"; shift ;;
    --keep-db) keep_db=1 ;;
    -h | --help) sed -n '2,13s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) arguments+=("$1") ;;
  esac
  shift
done
set -- "${arguments[@]}"
whole=1
[[ -z $project && " $* " != *" --filter "* ]] || whole=0

work=$(mktemp -d)
database=$work/pg
((keep_db)) && database=$PWD/.data/test
counts='0 passed, 0 failed, 0 skipped'

finish() {
  local code=$?
  trap - EXIT INT TERM
  ((keep_db)) || build/db.sh remove "$database" || true
  rm -rf -- "$work"
  printf '%s\n' "$counts"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

sum() { # PASSED FAILED: what is counted on top of the result files
  find "$work/results" -name '*.trx' -exec grep -ho '<Counters [^>]*>' {} + 2>/dev/null | tr ' ' '\n' | awk -F'"' -v passed="$1" -v failed="$2" '
    { sub(/=.*/, "", $1); n[$1] += $2 }
    END {
      bad = n["failed"] + n["error"] + n["timeout"] + n["aborted"]
      printf "%d passed, %d failed, %d skipped\n", n["passed"] + passed, bad + failed, n["total"] - n["passed"] - bad
    }'
}

need_globalization
need dotnet "install the .NET SDK that global.json names"
needed_by() { [[ -z $project || " $* " == *" $project "* ]]; }
! needed_by Browser.Tests || [[ -n ${VPSPANEL_CHROMIUM:-} ]] || command -v chromium >/dev/null || {
  may_install || die "Chromium is missing; install the package chromium, or name one in VPSPANEL_CHROMIUM"
  install_packages chromium
}
if needed_by Functional.Tests; then
  VPSPANEL_EXIM=$(build/exim.sh)
  export VPSPANEL_EXIM
fi
if needed_by Functional.Tests Application.Tests; then
  command -v npm >/dev/null || { may_install && install_packages nodejs npm; } || die "npm is missing; install the packages nodejs and npm"
  npm ci --prefix tests/GeneratedClient --no-audit --no-fund --ignore-scripts --silent || die "the TypeScript compiler could not be installed"
  # Parsers of other projects, which read the profiles.
  npm ci --prefix tests/ClientReaders --no-audit --no-fund --ignore-scripts --silent || die "the parsers of profiles could not be installed"
fi

say "building"
# One compiler for all projects, in the configuration that ships: what is published below is compiled already.
dotnet build "${project:+tests/}${project:-VpsPanel.sln}" -c Release -warnaserror -v quiet -p:UseSharedCompilation=true || die "the build failed"

# The cluster's user has to pass through, and nobody may look around.
chmod 711 "$work"
mkdir -p -m 711 -- "$(dirname "$database")"
build/db.sh start "$database" --throwaway >/dev/null
VPSPANEL_TEST_POSTGRES=$(build/db.sh url "$database" postgres)
export VPSPANEL_TEST_POSTGRES

# The shipped program is walked as a process: published here once, so that its compilation does not run beside the tests.
if ((whole)); then build/publish.sh; fi

say "testing"
export VPSPANEL_ROUTE_COVERAGE=$work/route-hits
: >"$VPSPANEL_ROUTE_COVERAGE"
# One assembly after the other: two that finish in the same instant could write the same result file.
code=0
dotnet test "${project:+tests/}${project:-VpsPanel.sln}" -c Release --no-build -m:1 --logger trx --results-directory "$work/results" "$@" || code=$?

# A machine that speaks German writes 1.234,5 where a culture is asked; LANG is what a service gets from systemd.
readonly spoken='FullyQualifiedName~MoneyInputTests|FullyQualifiedName~ExportTests|FullyQualifiedName~DurationTests|FullyQualifiedName~OrderMailTests|FullyQualifiedName~RealMailServerTests'
in_german() { # PROJECT [FILTER]
  env -u LC_ALL -u VPSPANEL_ROUTE_COVERAGE LANG=de_DE.UTF-8 DOTNET_CLI_UI_LANGUAGE=en \
    dotnet test "tests/$1" -c Release --no-build --logger trx --results-directory "$work/results" ${2:+--filter "$2"} || code=$?
}
if ((whole && $# == 0)); then
  say "testing in German"
  in_german Domain.Tests
  in_german Application.Tests
  in_german Functional.Tests "$spoken"
fi

counts=$(sum 0 0)
[[ $counts != '0 passed, 0 failed,'* ]] || die "no test ran"

# A part of the tests does not call every route.
if ((whole)); then
  if build/route-coverage.sh "$VPSPANEL_ROUTE_COVERAGE" >&2; then counts=$(sum 1 0); else counts=$(sum 0 1); fi
fi
[[ $counts == *' 0 failed,'* ]] || die "tests failed"
((code == 0)) || die "dotnet test ended with code $code although no test is counted as failed"
