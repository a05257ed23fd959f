#!/usr/bin/env bash
# Writes a migration from the EF model for both databases: build/migration.sh NAME.
# `--renew` instead of a name rewrites the first migrations, which is allowed until the first release only.
set -euo pipefail
cd "$(dirname "$0")/.."

name=${1:?usage: build/migration.sh NAME|--renew}
renew=
if [[ $name == --renew ]]; then
  name=Initial
  renew=yes
fi

dotnet tool restore >/dev/null
# What was built before may know the old first migrations, from which EF would go on.
[[ -z $renew ]] || rm -rf src/Infrastructure.Migrations.Postgres/Migrations src/Infrastructure.Migrations.SqlServer/Migrations
dotnet build src/WebApi -v quiet -nologo -m:1

# write PROJECT [ARGUMENT]: the argument reaches DesignTimeFactory. Nothing connects.
write() {
  dotnet ef migrations add "$name" --no-build --context PanelDb \
    --project "$1" --startup-project src/WebApi --output-dir Migrations -- "${@:2}"

  # A fixed id keeps the first migration ahead of the hand-written ones beside it, whenever it was renewed.
  [[ -n $renew ]] || return 0
  local file
  for file in "$1"/Migrations/*_Initial*.cs; do
    sed -i -E 's/"[0-9]{14}_Initial"/"20260101000000_Initial"/' "$file"
    mv "$file" "$(sed -E 's/[0-9]{14}_/20260101000000_/' <<<"$file")"
  done
}

write src/Infrastructure.Migrations.Postgres
write src/Infrastructure.Migrations.SqlServer sqlserver
