#!/usr/bin/env bash
# Runs every test and fails when some route was never called with success, or never seen to refuse. A public GET has nobody to refuse.
# With a file of earlier hits (VPSPANEL_ROUTE_COVERAGE of a full run) it only compares: build/route-coverage.sh [FILE]
set -euo pipefail
cd "$(dirname "$0")/.."

hits=${1:-}
if [[ -z $hits ]]; then
  hits=$(mktemp)
  trap 'rm -f -- "$hits"' EXIT
  VPSPANEL_ROUTE_COVERAGE=$hits build/test.sh
fi

awk '
  NR == FNR { seen[$0] = 1; next }
  {
    route = $1 " " $2
    if ($2 ~ /^\/openapi\//) next
    routes++
    if (!seen[route " success"]) { print "never succeeded: " route; missing++ }
    if (!($3 == "public" && $1 == "GET") && !seen[route " refusal"]) { print "never refused: " route; missing++ }
  }
  END {
    printf "%d routes, %d gaps\n", routes, missing
    exit missing > 0 || routes == 0
  }' "$hits" tests/Functional.Tests/routes.txt
