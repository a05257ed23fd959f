#!/usr/bin/env bash
# The PostgreSQL that src/WebApi/appsettings.Development.json names: on the loopback, port 54320, kept in .data/dev.
#
#   build/dev.sh            start, create when missing
#   build/dev.sh stop       stop, keep the data
#   build/dev.sh remove     stop and delete the data
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=build/common.sh
source "$root/build/common.sh"

readonly port=54320 dir=$root/.data/dev

case ${1:-start} in
  start)
    # Everybody knows this password: it opens a database of one developer, on the loopback.
    mkdir -p -m 711 -- "$root/.data" "$dir"
    [[ -s $dir/password ]] || echo development >"$dir/password"
    [[ $(cat "$dir/port" 2>/dev/null) == "$port" ]] && port_taken "$port" && { say "PostgreSQL is running already"; exit 0; }
    "$root/build/db.sh" start "$dir" "$port" >/dev/null
    say "next: dotnet run --project src/WebApi -- migrate"
    ;;
  stop | remove) "$root/build/db.sh" "$1" "$dir" ;;
  *) sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac
