#!/usr/bin/env bash
# Writes a migration for PostgreSQL from the EF model: build/migration.sh NAME [sqlserver]
# `--renew` instead of a name rewrites the first migration, which is allowed until the first release only.
set -euo pipefail
cd "$(dirname "$0")/.."

name=${1:?usage: build/migration.sh NAME|--renew [sqlserver]}
project=src/Infrastructure.Migrations.Postgres
[[ ${2:-} == sqlserver ]] && project=src/Infrastructure.Migrations.SqlServer

if [[ $name == --renew ]]; then
  rm -rf "$project"/Migrations
  name=Initial
fi

dotnet tool restore >/dev/null
# The tools build the host, which wants a connection string, but nothing connects.
Database__ConnectionString="Host=design" dotnet ef migrations add "$name" \
  --project "$project" --startup-project src/WebApi --output-dir Migrations -- "${2:-}"
