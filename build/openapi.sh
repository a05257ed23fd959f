#!/usr/bin/env bash
# Writes openapi.yaml from the running code. Needs no database and starts nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

Database__ConnectionString="Host=none" Secrets__Key=nothing-is-stored-while-this-writes-a-file dotnet run --project src/WebApi -- openapi "$PWD/openapi.yaml"
