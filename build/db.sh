#!/usr/bin/env bash
# A private PostgreSQL for this clone: its own data folder, port and password, on 127.0.0.1 only.
#
#   build/db.sh start DIR [PORT] [--throwaway]   start, create when missing; prints the connection string
#   build/db.sh url DIR [DATABASE]               print the connection string
#   build/db.sh log DIR                          print the path of the server's log
#   build/db.sh stop DIR                         stop, keep the data
#   build/db.sh remove DIR                       stop and delete the data
#
# --throwaway gives up durability for speed: for tests. In DIR: port, password (mode 600) and server/ (data, log, socket).
set -euo pipefail
# shellcheck source=build/common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly superuser=vpspanel
readonly database=vpspanel

usage() { die "usage: db.sh start DIR [PORT] [--throwaway] | url DIR [DATABASE] | log DIR | stop DIR | remove DIR"; }

# --- who runs the server, where it lives, which programs it uses ---

# PostgreSQL refuses to run as root. A folder that exists already belongs to the user that made it.
server_user() {
  if [[ -d $home ]]; then stat -c %U "$home"
  elif ((EUID == 0)); then echo postgres
  else id -un
  fi
}

as_server() {
  if [[ $(id -un) == "$user" ]]; then "$@"
  elif ((EUID == 0)); then (cd / && runuser -u "$user" -- "$@")
  else die "$home belongs to $user; run this as $user or as root"
  fi
}

ensure_user() {
  id "$user" >/dev/null 2>&1 && return
  say "creating the system user $user"
  useradd --system --no-create-home --shell /usr/sbin/nologin "$user"
}

locate() {
  home=$dir/server
  [[ -f $dir/location ]] && home=$(<"$dir/location")
  user=$(server_user)
}

# A clone under /root is closed to the postgres user, so its server has to live elsewhere.
choose_home() {
  [[ -d $home ]] && return
  if as_server test -x "$dir"; then make_home && return; fi
  home=/var/tmp/vpspanel-$(printf '%s' "$dir" | sha256sum | cut -c1-12)
  say "the user $user cannot enter $dir: the data goes to $home"
  # /var/tmp is open to all: a folder that somebody else put there first is not ours to use.
  make_home || die "$home exists already and is not recorded in $dir/location; move it away"
  printf '%s\n' "$home" >"$dir/location"
}

make_home() {
  mkdir -m 700 -- "$home" || return
  [[ $(id -un) == "$user" ]] || chown "$user:" "$home"
}

find_programs() {
  local wanted='*' found
  as_server test -f "$home/data/PG_VERSION" && wanted=$(as_server cat "$home/data/PG_VERSION")
  # shellcheck disable=SC2086,SC2012 # the star is meant, and no such path has odd characters
  found=$(ls -d /usr/lib/postgresql/$wanted/bin/postgres /usr/pgsql-$wanted/bin/postgres 2>/dev/null | sort -V | tail -n 1) || true
  if [[ -z $found && $wanted == '*' ]]; then found=$(command -v postgres || true); fi
  [[ -n $found ]] && programs=$(dirname "$found")
}

install_programs() {
  may_install || die "the PostgreSQL server programs are missing; install the package postgresql (version 14 or later)"
  # The package would create and start a cluster of its own.
  local conf=/etc/postgresql-common/createcluster.conf
  "${as_root[@]}" mkdir -p "${conf%/*}"
  grep -qs '^create_main_cluster *= *false' "$conf" || echo 'create_main_cluster = false' | "${as_root[@]}" tee -a "$conf" >/dev/null
  install_packages postgresql || die "the package postgresql could not be installed"
}

pg() { local program=$1; shift; as_server "$programs/$program" "$@"; }

running() { pg pg_ctl status -s -D "$home/data" >/dev/null 2>&1; }

# A killed server that its parent has not collected yet counts as alive, for PostgreSQL too. Containers are slow at that.
await_burial() {
  local pid
  pid=$(as_server head -n 1 "$home/data/postmaster.pid" 2>/dev/null) || return 0
  for _ in {1..50}; do
    grep -qs '^State:[[:space:]]*Z' "/proc/$pid/status" || return 0
    sleep 0.2
  done
  die "the server that ran $home/data before is a zombie (process $pid); restart its container and try again"
}

# --- start ---

create_cluster() {
  local sync=()
  ((throwaway)) && sync=(--no-sync)
  say "creating a PostgreSQL cluster in $home"
  # A password that is there already may belong to data that only went missing for a while.
  [[ -s $dir/password ]] || (umask 077 && random_hex 24 >"$dir/password")

  # Made beside its place and moved there when complete: a killed initdb leaves no half cluster behind.
  as_server rm -rf -- "$home/data.new"
  as_server tee "$home/initial-password" <"$dir/password" >/dev/null
  pg initdb -D "$home/data.new" -U "$superuser" --auth=scram-sha-256 --pwfile="$home/initial-password" \
    --encoding=UTF8 --locale=C.UTF-8 "${sync[@]}" >/dev/null || die "initdb failed in $home"
  as_server rm -f -- "$home/initial-password"
  as_server mv -- "$home/data.new" "$home/data"
}

options() {
  printf -- '-p %s -c listen_addresses=127.0.0.1' "$1"
  # The path of a socket has at most 107 bytes; without one there is still TCP.
  if ((${#home} < 85)); then printf -- ' -c unix_socket_directories=%q' "$home"
  else printf -- " -c unix_socket_directories=''"
  fi
  printf -- ' -c max_connections=400'
  ((throwaway)) && printf -- ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off'
  return 0
}

launch() {
  as_server truncate -s 0 "$home/server.log"
  pg pg_ctl start -s -w -t 60 -D "$home/data" -l "$home/server.log" -o "$(options "$1")" </dev/null >/dev/null 2>&1
}

log_has() { as_server grep -q "$1" "$home/server.log"; }

start() {
  if ! mkdir -p -- "$dir" 2>/dev/null || [[ ! -w $dir ]]; then die "the folder $dir cannot be written"; fi
  if ((EUID == 0)) && [[ ! -d $dir/server ]]; then chmod a+x -- "$dir"; fi
  locate
  ensure_user
  as_server true || die "cannot act as the user $user"
  choose_home
  find_programs || { [[ ! -d $home/data ]] && install_programs && find_programs; } \
    || die "the PostgreSQL programs that made $home/data are missing"

  if ! as_server test -e "$home/data"; then create_cluster
  elif ! as_server test -s "$home/data/PG_VERSION" || ! as_server test -s "$home/data/global/pg_control"; then
    die "$home/data is not a complete PostgreSQL data folder; move it away to start empty"
  elif [[ ! -s $dir/password ]]; then die "$dir/password is missing, so the data in $home cannot be opened"
  fi

  await_burial
  local started=0
  if running; then say "PostgreSQL is running already"; else start_on_a_port && started=1; fi
  (ensure_database) || { ((started)) && stop; exit 1; }
  url "$database"
}

start_on_a_port() {
  local remembered attempt next=$port
  remembered=$(cat "$dir/port" 2>/dev/null || true)
  if [[ -n $port ]] && port_taken "$port"; then die "port $port is taken"; fi
  for attempt in {1..5}; do
    if [[ -z $port ]]; then
      if ((attempt == 1)) && is_port "$remembered" && ! port_taken "$remembered"; then next=$remembered; else next=$(free_port); fi
    fi
    if launch "$next"; then
      printf '%s\n' "$next" >"$dir/port"
      say "PostgreSQL is ready on 127.0.0.1:$next"
      return
    fi
    # Somebody may have taken the port since it was looked at.
    if [[ -n $port ]] || ! log_has 'Address already in use'; then break; fi
  done
  die "PostgreSQL did not start on $home/data: $(as_server grep -E 'FATAL|PANIC|ERROR' "$home/server.log" | tail -n 1 | sed 's/.*\(FATAL\|PANIC\|ERROR\): */\1: /')"
}

ensure_database() {
  local ask=("$programs/psql" -h 127.0.0.1 -p "$(<"$dir/port")" -U "$superuser" -d postgres -qtA)
  export PGPASSWORD
  PGPASSWORD=$(<"$dir/password")
  local found
  found=$("${ask[@]}" -c "select 1 from pg_database where datname = '$database'" 2>&1) || die "PostgreSQL refuses: ${found%%$'\n'*}"
  [[ $found == 1 ]] || "${ask[@]}" -c "create database $database" || die "the database $database could not be created"
}

# --- the other verbs ---

url() {
  [[ -s $dir/port && -s $dir/password ]] || die "there is no cluster in $dir; start it first"
  printf 'Host=127.0.0.1;Port=%s;Username=%s;Password=%s;Database=%s\n' \
    "$(<"$dir/port")" "$superuser" "$(<"$dir/password")" "${1:-$database}"
}

stop() {
  locate
  if [[ ! -d $home ]] || ! find_programs || ! running; then say "PostgreSQL is not running in $dir"; return; fi
  pg pg_ctl stop -s -w -t 60 -m fast -D "$home/data" || die "PostgreSQL in $home did not stop"
  say "PostgreSQL is stopped"
}

remove() {
  stop
  # The location file could name anything; only a folder that this script makes is deleted.
  if [[ $home == "$dir/server" || $home == /var/tmp/vpspanel-* ]]; then rm -rf -- "$home"; fi
  rm -f -- "$dir/port" "$dir/password" "$dir/location"
}

throwaway=0
arguments=()
for argument; do
  if [[ $argument == --throwaway ]]; then throwaway=1; else arguments+=("$argument"); fi
done
((${#arguments[@]} >= 2 && ${#arguments[@]} <= 3)) || usage
dir=$(absolute "${arguments[1]}")
third=${arguments[2]:-}

case ${arguments[0]} in
  start)
    port=$third
    [[ -z $port ]] || is_port "$port" || die "$port is not a port"
    start
    ;;
  url) url "$third" ;;
  log) locate; printf '%s\n' "$home/server.log" ;;
  stop) stop ;;
  remove) remove ;;
  *) usage ;;
esac
