#!/usr/bin/env bash
# Starts the whole system on this machine: PostgreSQL, the automation simulator (demo only) and the API, on 127.0.0.1.
#
#   build/run.sh [--port N] [--data DIR] [--published DIR] [--production] [--detach]
#   build/run.sh --stop [--data DIR]
#
# A demo by default: seeded data, known passwords, a fixed captcha. --production has none of these and no simulator.
# Data, secrets, pid files and logs live in the data folder (.data) and survive a restart. Ctrl-C stops everything; --detach
# returns as soon as the API is ready. What runs is what build/publish.sh makes, now if need be; --published starts what it made before.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=build/common.sh
source "$root/build/common.sh"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
readonly ready_deadline=300

port=8080 data=$root/.data published='' mode=demo detach=0 verb=start
database_up=0
declare -A log_start

read_flags() {
  while (($#)); do
    case $1 in
      --port) port=${2:-}; is_port "$port" || die "--port takes a port number"; shift ;;
      --data) [[ -n ${2:-} ]] || die "--data takes a folder"; data=$2; shift ;;
      --published) [[ -n ${2:-} ]] || die "--published takes a folder"; published=$(absolute "$2"); shift ;;
      --production) mode=production ;;
      --detach) detach=1 ;;
      --stop) verb=stop ;;
      -h | --help) sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
      *) die "unknown flag $1; try --help" ;;
    esac
    shift
  done
  data=$(absolute "$data")
}

use_published() {
  [[ -n $published ]] || { "$root/build/publish.sh" || exit 1; }
  published=${published:-$root/artifacts/published}
  api_dll=$published/service/VpsPanel.WebApi.dll
  simulator_dll=$published/simulator/VpsPanel.AutomationSimulator.dll
  [[ -f $api_dll ]] || die "$published holds no published service; build/publish.sh $published makes one"
  [[ $mode == production || -f $simulator_dll ]] || die "$published holds no simulator, which a demo needs; build/publish.sh $published makes one"
}

# --- processes: a pid file each; the command line proves that the pid is still ours and not a zombie ---

alive() { # NAME
  local pid
  pid=$(cat "$data/$1.pid" 2>/dev/null) && [[ -n $pid ]] || return 1
  tr '\0' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$(program_of "$1")"
}

program_of() { if [[ $1 == api ]]; then echo VpsPanel.WebApi.dll; else echo VpsPanel.AutomationSimulator.dll; fi; }

# Detached from the terminal: Ctrl-C in the terminal must reach this script only, which then stops things in order.
launch() { # NAME COMMAND...
  local name=$1
  shift
  mark_log "$name"
  setsid "$@" </dev/null >>"$data/logs/$name.log" 2>&1 &
  echo $! >"$data/$name.pid"
}

end() { # NAME
  alive "$1" || { rm -f -- "$data/$1.pid"; return 0; }
  local pid
  pid=$(<"$data/$1.pid")
  say "stopping the ${1/api/API}"
  kill -TERM "$pid" 2>/dev/null || true
  for _ in {1..150}; do
    alive "$1" || { rm -f -- "$data/$1.pid"; return 0; }
    sleep 0.2
  done
  say "the ${1/api/API} did not stop within 30 s and is killed"
  kill -KILL "$pid" 2>/dev/null || true
  rm -f -- "$data/$1.pid"
}

stop_all() {
  end api
  end simulator
  ((database_up)) && "$root/build/db.sh" stop "$data/pg"
  return 0
}

answers() { # PORT PATH
  local status
  status=$(
    exec 2>/dev/null
    exec 3<>"/dev/tcp/127.0.0.1/$1" || exit
    printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&3
    read -r -t 5 _ answer _ <&3 && echo "$answer"
  ) || return 1
  [[ $status == 200 ]]
}

await() { # NAME PORT PATH
  local deadline=$((SECONDS + ready_deadline))
  until answers "$2" "$3"; do
    alive "$1" || fail_with_log "$1" "the ${1/api/API} ended while starting"
    ((SECONDS < deadline)) || fail_with_log "$1" "the ${1/api/API} was not ready within $ready_deadline s"
    sleep 0.3
  done
}

# Logs are appended to, since the set-up code of the first start stands in them; a failure shows its own part only.
mark_log() { log_start[$1]=$(stat -c %s "$data/logs/$1.log" 2>/dev/null || echo 0); }

fail_with_log() { # NAME MESSAGE
  tail -c "+$((${log_start[$1]:-0} + 1))" "$data/logs/$1.log" | tail -n 20 >&2 || true
  die "$2; its log is $data/logs/$1.log"
}

# --- the steps of a start ---

check() {
  need_globalization
  need dotnet "install the .NET SDK that global.json names"
  need setsid "install the package util-linux"
  if alive api; then
    say "already running on $(cat "$data/url"); build/run.sh --stop --data $data ends it"
    exit 0
  fi
  port_taken "$port" && die "port $port is taken; choose another one with --port"

  # The database's own user has to pass through the folder, but not to list it.
  # shellcheck disable=SC2174 # folders above it keep their usual mode
  [[ -d $data ]] || mkdir -p -m 711 -- "$data" 2>/dev/null || die "the folder $data cannot be made"
  [[ -d $data && -w $data ]] || die "the folder $data cannot be written"
  local before
  before=$(cat "$data/mode" 2>/dev/null || echo "$mode")
  # A demo's accounts have well-known passwords.
  [[ $before == "$mode" ]] || die "$data holds a $before installation; choose another folder with --data"
}

keep_secret() { # NAME VALUE: a value once written stays
  grep -qs "^$1=" "$data/secrets.env" || printf '%s=%s\n' "$1" "$2" >>"$data/secrets.env"
}

secrets() {
  local letters
  letters=$(head -c 1024 /dev/urandom | LC_ALL=C tr -dc 'A-Za-z0-9')
  keep_secret AUTH_SIGNING_KEY "$(head -c 48 /dev/urandom | base64 -w 0)"
  keep_secret SECRETS_KEY "$(head -c 48 /dev/urandom | base64 -w 0)"
  if [[ $mode == demo ]]; then
    keep_secret ROBOT_API_KEY "ak_live_${letters:0:24}"
    keep_secret AUTOMATION_API_KEY "$(random_hex 24)"
  fi
  # shellcheck disable=SC1091 # written above
  source "$data/secrets.env"
}

start_simulator() {
  simulator_port=$(cat "$data/simulator.port" 2>/dev/null || true)
  if ! is_port "$simulator_port" || port_taken "$simulator_port"; then simulator_port=$(free_port); fi
  echo "$simulator_port" >"$data/simulator.port"
  say "starting the automation simulator on 127.0.0.1:$simulator_port"
  SIMULATOR_API_KEY=$AUTOMATION_API_KEY launch simulator \
    dotnet "$simulator_dll" --urls "http://127.0.0.1:$simulator_port" --data "$data/automation" --offer demo \
    --boot-delay-ms "${SIMULATOR_BOOT_DELAY_MS:-3000}"
  await simulator "$simulator_port" /_simulator/switches
}

configure_api() {
  export ASPNETCORE_URLS=http://127.0.0.1:$port
  export Database__Provider=Postgres Database__ConnectionString=$connection
  export Auth__SigningKey=$AUTH_SIGNING_KEY Secrets__Key=$SECRETS_KEY
  export Storage__Path=$data/storage Plugins__Root=$data
  export ASPNETCORE_ENVIRONMENT=Production
  if [[ $mode == demo ]]; then
    export ASPNETCORE_ENVIRONMENT=Demo
    export Captcha__FixedCode=12345
    export Demo__AutomationBaseUrl=http://127.0.0.1:$simulator_port Demo__AutomationApiKey=$AUTOMATION_API_KEY
    export Demo__RobotApiKey=$ROBOT_API_KEY Demo__SiteUrl=http://localhost:$port
    export Panel__Kernel__BaseUrl=http://127.0.0.1:$simulator_port/kernels Panel__Kernel__AllowPrivateAddresses=true
  fi
}

prepare() { # VERB WORDS
  say "$2"
  mark_log "$1"
  dotnet "$api_dll" "$1" >>"$data/logs/$1.log" 2>&1 || fail_with_log "$1" "$1 failed"
}

show() {
  local url=http://127.0.0.1:$port
  echo
  printf '  %-12s %s\n' API "$url" Swagger "$url/swagger"
  if [[ $mode == demo ]]; then
    printf '  %-12s %s\n' Simulator "http://127.0.0.1:$simulator_port" \
      Admin 'admin / admin@example.com / P@ssw0rd!' User 'user / user@example.com / P@ssw0rd!' \
      'Robot key' "$ROBOT_API_KEY" Captcha 12345
  else
    printf '  %-12s %s\n' 'Set-up code' "once, in the log: grep -i 'set-up code' $data/logs/*.log"
  fi
  printf '  %-12s %s\n\n' Logs "$data/logs"
}

give_up() {
  local code=$?
  trap - EXIT INT TERM
  stop_all
  exit "$code"
}

start() {
  check
  trap give_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  mkdir -p "$data/logs" && chmod 700 "$data/logs"
  # Left over from a start that was killed.
  end simulator
  use_published

  # Settings are found from here.
  cd "$published/service"
  umask 077
  mkdir -p "$data/storage"
  echo "$mode" >"$data/mode"
  secrets
  connection=$("$root/build/db.sh" start "$data/pg") || exit 1
  database_up=1
  [[ $mode == demo ]] && start_simulator
  configure_api
  local verbs=()
  if [[ $mode == demo ]]; then
    # A demo has one node and no owner of the database beside it: one process migrates, seeds and serves.
    verbs=(demo)
  else
    prepare migrate "bringing the database up to date"
  fi

  say "starting the API"
  echo "http://127.0.0.1:$port" >"$data/url"
  launch api dotnet "$api_dll" "${verbs[@]}"
  await api "$port" /health/ready
  show

  if ((detach)); then
    trap - EXIT INT TERM
    say "running; build/run.sh --stop --data $data ends it"
    return
  fi
  say "running; Ctrl-C stops everything"
  wait "$(<"$data/api.pid")" || true
  # run.sh --stop from another terminal takes the pid file away.
  sleep 1
  [[ -e $data/api.pid ]] || exit 0
  fail_with_log api "the API ended by itself"
}

stop() {
  if ! alive api && ! alive simulator && [[ ! -d $data/pg ]]; then
    say "nothing runs in $data"
    return
  fi
  database_up=1
  stop_all
}

read_flags "$@"
"$verb"
