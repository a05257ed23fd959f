#!/usr/bin/env bash
# Writes the list of routes that a test compares with the running service.
set -euo pipefail
cd "$(dirname "$0")/.."

Database__ConnectionString="Host=none" Secrets__Key=nothing-is-stored-while-this-writes-a-file dotnet run --project src/WebApi -- routes "$PWD/tests/Functional.Tests/routes.txt"
