#!/usr/bin/env bash
# Fails when some route was never called with success, or never seen to refuse: build/route-coverage.sh FILE
# FILE holds the hits of a run of all tests (VPSPANEL_ROUTE_COVERAGE); build/test.sh calls this. A public GET has nobody to refuse.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/common.sh

[[ $# == 1 && -r $1 ]] || die "give the file of hits of a run of all tests"

awk '
  FILENAME == ARGV[1] { seen[$0] = 1; next }
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
  }' "$1" tests/Functional.Tests/routes.txt
