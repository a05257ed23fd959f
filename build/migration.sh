#!/usr/bin/env bash
# Writes a migration from the EF model: build/migration.sh NAME [sqlserver], for PostgreSQL unless told otherwise.
# `--renew` instead of a name rewrites the first migration, which is allowed until the first release only.
set -euo pipefail
cd "$(dirname "$0")/.."

name=${1:?usage: build/migration.sh NAME|--renew [sqlserver]}
project=src/Infrastructure.Migrations.Postgres
[[ ${2:-} == sqlserver ]] && project=src/Infrastructure.Migrations.SqlServer

renew=
if [[ $name == --renew ]]; then
  rm -rf "$project"/Migrations
  name=Initial
  renew=yes
fi

dotnet tool restore >/dev/null
# The tools build the host, which wants a connection string, but nothing connects.
Database__ConnectionString="Host=design" dotnet ef migrations add "$name" \
  --project "$project" --startup-project src/WebApi --output-dir Migrations -- "${2:-}"

# A fixed id keeps the first migration ahead of the hand-written ones beside it, whenever it was renewed.
if [[ -n $renew ]]; then
  for file in "$project"/Migrations/*_Initial*.cs; do
    sed -i -E 's/"[0-9]{14}_Initial"/"20260101000000_Initial"/' "$file"
    mv "$file" "$(sed -E 's/[0-9]{14}_/20260101000000_/' <<<"$file")"
  done
fi
