#!/usr/bin/env bash
# Measures this build beside the one before the work on speed (build/bench.rev) and beside bare yardsticks, in turns in one run.
#
#   build/bench.sh [--quick] [--check] [--against REV|none] [--rev-tree DIR] [--published DIR]
#
# One line a figure on stdout: name, value, target, met or missed, smallest and largest value, tab-separated. A value beside an earlier
# build is ours divided by its. --quick fills 100,000 rows instead of 1,000,000 and makes one round: its figures are marked so. --check
# ends with 1 when a target is missed. --rev-tree names a tree of that revision that is published already, --published what was published of this one.
# Needs wrk and pgbench (Debian). Everything lies in a folder of its own and is removed afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
# shellcheck source=build/common.sh
source build/common.sh
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 LC_ALL=C

quick=0 check=0 against=$(<build/bench.rev) rev_tree='' published='' rounds=3 seconds=10 rows=1000000 idle=60
while (($#)); do
  case $1 in
    --quick) quick=1 rounds=1 seconds=5 rows=100000 idle=20 ;;
    --check) check=1 ;;
    --against) against=$2; shift ;;
    --published) published=$(absolute "$2"); shift ;;
    --rev-tree) rev_tree=$(absolute "$2"); shift ;;
    -h | --help) sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) die "unknown flag $1; try --help" ;;
  esac
  shift
done

need curl "install the package curl"
command -v wrk >/dev/null || { may_install && install_packages wrk; } || die "install the package wrk"
work=$(mktemp -d)
chmod 711 "$work"
bare_port=$(free_port)
bare_pid=''
sides=(new)
declare -A tree=([new]=$root) port data url connection postmaster token refresh admin user_id
worktree=''

finish() {
  local code=$? side
  trap - EXIT INT TERM
  [[ -z $bare_pid ]] || kill "$bare_pid" 2>/dev/null || true
  for side in "${sides[@]}"; do
    "${tree[$side]}/build/run.sh" --stop --data "$work/$side" >/dev/null 2>&1 || true
    "${tree[$side]}/build/db.sh" remove "$work/$side/pg" >/dev/null 2>&1 || true
  done
  [[ -z $worktree ]] || git worktree remove --force "$worktree" >/dev/null 2>&1 || true
  rm -rf -- "$work"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT TERM

# --- reading figures ---

median() { sort -g | awk '{ v[NR] = $1 } END { if (NR) print v[int((NR + 1) / 2)] }'; }
note() { printf '%s\n' "$3" >>"$work/values.$1.$2"; } # SIDE NAME VALUE
known() { [[ -s $work/values.$1.$2 ]]; }
middle() { median <"$work/values.$1.$2"; }
divide() { awk -v a="$1" -v b="$2" 'BEGIN { if (b + 0 == 0) print "nan"; else printf "%.3f", a / b }'; }
ticks=$(getconf CLK_TCK)

# utime and stime stand behind the name, which may hold blanks; cutime and cstime follow them.
cpu_of() { # PID WITH_ENDED_CHILDREN
  sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk -v all="$2" -v t="$ticks" '{ print ($12 + $13 + (all ? $14 + $15 : 0)) * 1000 / t }'
}
api_pid() { cat "$work/$1/api.pid"; }
cpu_api() { cpu_of "$(api_pid "$1")" 0; }
cpu_database() { # SIDE
  local pid=${postmaster[$1]} child
  { cpu_of "$pid" 1; for child in $(pgrep -P "$pid"); do cpu_of "$child" 0; done; } | awk '{ s += $1 } END { print s }'
}
cpu() { awk -v a="$(cpu_api "$1")" -v b="$(cpu_database "$1")" 'BEGIN { print a + b }'; }
memory() { awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$(api_pid "$1")/status"; }
sql() { # SIDE TEXT
  PGPASSWORD=$(sed 's/.*Password=\([^;]*\).*/\1/' <<<"${connection[$1]}") psql -qAtX -h 127.0.0.1 \
    -p "$(sed 's/.*Port=\([^;]*\).*/\1/' <<<"${connection[$1]}")" -U vpspanel vpspanel -v ON_ERROR_STOP=1 -c "$2"
}
commits() { sql "$1" "select xact_commit from pg_stat_database where datname = current_database()"; }
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }
call() { # SIDE METHOD PATH TOKEN BODY
  curl -sS --fail-with-body -X "$2" "${url[$1]}$3" -H "Authorization: Bearer $4" -H 'Content-Type: application/json' -d "$5"
}
rate() { wrk -t1 -c32 -d"${seconds}s" "$@" | awk '/Requests\/sec/ { print $2 }'; }
minus() { awk -v a="$1" -v b="$2" 'BEGIN { print a - b }'; }

# --- the two sides ---

start() { # SIDE
  local from=()
  [[ $1 != new || -z $published ]] || from=(--published "$published")
  "${tree[$1]}/build/run.sh" --port "${port[$1]}" --data "$work/$1" "${from[@]}" --detach >"$work/$1.log" 2>&1 || { tail -n 20 "$work/$1.log" >&2; die "$1 did not start"; }
  postmaster[$1]=$(find "$work/$1/pg" -name postmaster.pid -exec head -n 1 {} \;)
}
login() { # SIDE PATH NAME
  curl -sf "${url[$1]}$2" -H 'Content-Type: application/json' -d "{\"username\":\"$3\",\"password\":\"P@ssw0rd!\"}"
}
set_up() { # SIDE
  port[$1]=$(free_port) url[$1]=''
  url[$1]=http://127.0.0.1:${port[$1]}
  [[ $1 == new && -n $published ]] || "${tree[$1]}/build/publish.sh" >&2
  start "$1"
  "${tree[$1]}/build/run.sh" --stop --data "$work/$1" >/dev/null 2>&1
}
sign_in() { # SIDE
  connection[$1]=$("${tree[$1]}/build/db.sh" url "$work/$1/pg")
  token[$1]=$(login "$1" /api/v1/auth/login user | field access_token)
  admin[$1]=$(login "$1" /admin/api/v1/auth/login admin | field access_token)
  user_id[$1]=$(curl -sf "${url[$1]}/api/v1/me" -H "Authorization: Bearer ${token[$1]}" | field id)
  local key
  for key in max_unpaid_orders subscription_rate_per_minute; do
    call "$1" PATCH /admin/api/v1/settings "${admin[$1]}" "{\"key\":\"$key\",\"value\":\"0\"}" >/dev/null
  done
  call "$1" PATCH /admin/api/v1/settings "${admin[$1]}" '{"key":"order_streams_per_user","value":"5000"}' >/dev/null
}

# --- what is measured, each on one side ---

measure_start() {
  local began ended
  "${tree[$1]}/build/run.sh" --stop --data "$work/$1" >/dev/null 2>&1 || true
  began=$(date +%s%N)
  start "$1"
  ended=$(date +%s%N)
  note "$1" start_wall_ms $(((ended - began) / 1000000))
  note "$1" start_cpu_ms "$(cpu_api "$1")"
  note "$1" memory_start_mib "$(memory "$1")"
}

measure_idle() {
  local before
  sleep 10
  before=$(cpu "$1")
  sleep "$idle"
  note "$1" idle_cpu_ms_per_s "$(divide "$(minus "$(cpu "$1")" "$before")" "$idle")"
}

writer() { # FILE BODY TOKEN
  cat >"$1" <<LUA
local n = 0
wrk.method, wrk.body = "POST", '$2'
function request()
  n = n + 1
  wrk.headers["Authorization"], wrk.headers["Content-Type"] = "Bearer $3", "application/json"
  wrk.headers["Idempotency-Key"] = "bench-$RANDOM-" .. os.time() .. "-" .. n
  return wrk.format()
end
function done(summary)
  print("count " .. summary.requests .. " refused " .. summary.errors.status)
end
LUA
}
settled() { # SIDE: until nothing is on its way
  local tries
  for tries in {1..600}; do
    [[ $(sql "$1" "select count(*) from outbox_messages where status = 'pending'") == 0 ]] && return
    sleep 0.1
  done
  say "$1: messages were left"
}
measure_writes() { # SIDE NAME PATH BODY CONNECTIONS
  local before commits_before count
  writer "$work/$1.lua" "$4" "${token[$1]}"
  settled "$1"
  before=$(cpu "$1") commits_before=$(commits "$1")
  wrk -t1 -c"$5" -d"${seconds}s" -s "$work/$1.lua" "${url[$1]}$3" >"$work/wrk"
  count=$(awk '/^count/ { print $2 - $4 }' "$work/wrk")
  ((count > 0)) || { cat "$work/wrk" >&2; die "$2: everything was refused"; }
  settled "$1"
  note "$1" "$2_cpu_ms" "$(divide "$(minus "$(cpu "$1")" "$before")" "$count")"
  sleep 1.2
  note "$1" "$2_commits" "$(divide "$(minus "$(commits "$1")" "$commits_before")" "$count")"
  note "$1" "$2_per_s" "$(awk '/Requests\/sec/ { print $2 }' "$work/wrk")"
}

measure_refresh() {
  local before at pair
  pair=$(login "$1" /api/v1/auth/login user | field refresh_token)
  before=$(cpu "$1")
  for at in {1..100}; do
    pair=$(curl -sf "${url[$1]}/api/v1/auth/refresh" -H 'Content-Type: application/json' -d "{\"refresh_token\":\"$pair\"}" | field refresh_token)
  done
  [[ -n $pair ]] || die "tokens were not renewed"
  note "$1" refresh_cpu_ms "$(divide "$(minus "$(cpu "$1")" "$before")" 100)"
}

# Messages that start nothing, of one stream each, written by hand: a signal tells the node.
measure_outbox() { # SIDE NAME COUNT STATISTICS
  local left=$3 began now
  sql "$1" "alter table outbox_messages set (autovacuum_enabled = false)"
  sql "$1" "insert into outbox_messages (stream, aggregate_id, reaction, event_type, payload, status, attempts, next_attempt_at, request_id, occurred_at)
    select 'bench:' || n, n, 'queue-webhooks:order', 'order.canceled', '{\"user_id\":1,\"order_no\":\"X\",\"seq\":1}', 'pending', 0, now(), 'bench', now()
    from generate_series(1, $3) n; $([[ $4 == fresh ]] && echo 'analyze outbox_messages;')
    select pg_notify('order_events', 'bench,outbox')" >/dev/null
  until left=$(sql "$1" "select count(*) from outbox_messages where stream like 'bench:%'"); ((left < $3)); do sleep 0.02; done
  began=$(date +%s%N) now=$began
  local first=$left
  while ((left > 0 && (now - began) / 1000000000 < 20)); do
    sleep 0.05
    left=$(sql "$1" "select count(*) from outbox_messages where stream like 'bench:%'")
    now=$(date +%s%N)
  done
  # A batch that took everything before the first look counts as the time to that look.
  note "$1" "$2" "$(awk -v a="$(($3 - left))" -v ns="$((now - began))" 'BEGIN { s = ns / 1e9 + 0.05; printf "%.1f", a / s }')"
  sql "$1" "delete from outbox_messages where stream like 'bench:%'; alter table outbox_messages reset (autovacuum_enabled)"
  : "$first"
}

time_of() { # SIDE PATH TOKEN: the median of 11 calls in ms, after three
  local at
  for at in {1..14}; do
    curl -s -o /dev/null -w '%{time_total}\n' "${url[$1]}$2" -H "Authorization: Bearer $3" | { read -r t; ((at > 3)) && awk -v t="$t" 'BEGIN { print t * 1000 }' || true; }
  done | median
}
readonly lists=(
  'user /api/v1/orders?limit=20' 'user /api/v1/orders?limit=20&page=4' 'admin /admin/api/v1/orders?limit=20'
  'admin /admin/api/v1/orders?limit=20&status=canceled' 'admin /admin/api/v1/orders?keyword=fill-77' 'admin /admin/api/v1/orders?order_no=FILL-777'
  'admin /admin/api/v1/orders?limit=20&page=99999999' 'admin /admin/api/v1/users?limit=20' 'admin /admin/api/v1/users?keyword=crowd'
  'admin /admin/api/v1/audit-logs?limit=20')
measure_lists() { # SIDE small|large
  local at who path
  for at in "${!lists[@]}"; do
    read -r who path <<<"${lists[$at]}"
    time_of "$1" "$path" "$([[ $who == user ]] && echo "${token[$1]}" || echo "${admin[$1]}")" >"$work/list.$1.$2.$at"
  done
}
fill() { # SIDE UP_TO
  sql "$1" "
    insert into orders (order_no, user_id, kind, status, currency, total_cents, pending_reason, rejected_reason, approved_by_name,
      last_event_seq, payment_method, refunded_cents, row_version, created_at, updated_at)
    select 'FILL-' || n, case when n <= 1000 then ${user_id[$1]} else (select min(id) from users where is_admin) end,
      'console', 'canceled', 'CNY', 1500, '', '', '', 1, '', 0, 1, now() - ($2 - n) * interval '1 second', now()
    from generate_series((select count(*) from orders where order_no like 'FILL-%') + 1, $2) n; analyze orders" >/dev/null
}

measure_traffic() {
  local node key first began at body made=10000 part=$2
  node=$(call "$1" POST /api/v1/admin/nodes "${admin[$1]}" "{\"name\":\"bench-$RANDOM$RANDOM\",\"region\":\"X\",\"country\":\"XX\"}" | field id)
  key=$(call "$1" POST /admin/api/v1/api-keys "${admin[$1]}" "{\"name\":\"bench-$RANDOM$RANDOM\",\"scopes\":[\"node\"]}" | field api_key)
  sql "$1" "insert into subscriptions (user_id, name, plan_name, status, token_hash, sealed_token, sealed_credential, available_template_ids,
      traffic_total_bytes, traffic_used_bytes, devices_limit, expires_at, period_started_at, row_version, created_at, updated_at)
    select ${user_id[$1]}, 'bench', 'bench', 'active', 'bench-' || n, '', '', '[]', 0, 0, 0, now() + interval '1 year', now(), 1, now(), now()
    from generate_series(1, $made) n on conflict do nothing" >/dev/null
  first=$(sql "$1" "select min(id) from subscriptions where token_hash like 'bench-%'")
  for ((at = 0; at < made / part; at++)); do
    awk -v s="$((at + 1))" -v from="$((first + at * part))" -v n="$part" 'BEGIN {
      printf "{\"boot_id\":\"b\",\"sequence\":%d,\"counters\":[", s
      for (i = 0; i < n; i++) printf "%s{\"subscription_id\":%d,\"upload_bytes\":1000,\"download_bytes\":1000}", (i ? "," : ""), from + i
      print "]}" }' >"$work/traffic.$at"
  done
  began=$(date +%s%N)
  for ((at = 0; at < made / part; at++)); do
    body=$(curl -sS --fail-with-body "${url[$1]}/api/v1/integrations/nodes/$node/traffic" -H "Authorization: Bearer $key" \
      -H 'Content-Type: application/json' --data-binary "@$work/traffic.$at") || die "a report was refused: $body"
  done
  note "$1" traffic_ms $((($(date +%s%N) - began) / 1000000))
}

measure_streams() { # SIDE ORDER
  local before commits_before count=1000
  wrk -t1 -c$count -d32s --timeout 60s -H "Authorization: Bearer ${token[$1]}" "${url[$1]}/api/v1/orders/$2/events" >/dev/null 2>&1 &
  local pid=$!
  # Opening them is not what is measured.
  sleep 10
  before=$(cpu "$1") commits_before=$(commits "$1")
  sleep 20
  note "$1" streams_commits_per_s "$(divide "$(minus "$(commits "$1")" "$commits_before")" 20)"
  note "$1" streams_cpu_ms_per_s "$(divide "$(minus "$(cpu "$1")" "$before")" 20)"
  wait "$pid" || true
}

# --- yardsticks ---

bare() { # MODE ARGUMENTS...
  [[ -z $bare_pid ]] || { kill "$bare_pid"; wait "$bare_pid" 2>/dev/null || true; }
  dotnet tests/Benchmarks/bin/Release/net10.0/VpsPanel.Benchmarks.dll "$1" "http://127.0.0.1:$bare_port" "${@:2}" >/dev/null 2>&1 &
  bare_pid=$!
  until curl -s -o /dev/null "http://127.0.0.1:$bare_port/"; do
    kill -0 "$bare_pid" || die "the yardstick $1 did not start"
    sleep 0.2
  done
}
versus() { # NAME OUR_URL THEIR_URL WRK_ARGUMENTS...
  local round name=$1 ours=$2 theirs=$3 one
  shift 3
  rate "$@" "$ours" >/dev/null; rate "$@" "$theirs" >/dev/null
  for ((round = 0; round < rounds; round++)); do
    one=$(rate "$@" "$ours")
    note new "$name" "$(divide "$one" "$(rate "$@" "$theirs")")"
  done
}

# --- the run ---

say "building"
dotnet build -c Release -v quiet tests/Benchmarks >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log" >&2; die "the build failed"; }
if [[ $against != none ]]; then
  sides=(old new)
  if [[ -z $rev_tree ]]; then
    rev_tree=$work/tree worktree=$work/tree
    git worktree add -q --detach "$rev_tree" "$against" >&2
  fi
  tree[old]=$rev_tree
fi

each() { local side; for side in "${sides[@]}"; do "$1" "$side" "${@:2}"; done; } # FUNCTION ARGUMENTS...
readonly order_body='{"items":[{"package_id":1,"system_id":1,"spec":{"billing_cycle_id":1,"cycle_qty":1},"qty":1}]}'
declare -A order plan
new_order() {
  order[$1]=$(call "$1" POST /api/v1/orders/items "${token[$1]}" "$order_body" | sed -n 's/^{"order":{"id":\([0-9]*\).*/\1/p')
}
new_plan() {
  plan[$1]=$(call "$1" POST /api/v1/admin/plans "${admin[$1]}" '{"name":"Bench","price_cents":1,"duration_days":1,"status":"active","visible":true}' | sed -n 's/^{"id":\([0-9]*\).*/\1/p')
  call "$1" POST "/admin/api/v1/wallets/${user_id[$1]}/adjust" "${admin[$1]}" '{"amount":"1000000.00","currency":"CNY","note":"bench"}' >/dev/null
}
plan_orders() { measure_writes "$1" plan_order /api/v1/user/orders "{\"plan_id\":${plan[$1]},\"quantity\":1,\"payment_method\":\"balance\"}" 4; }
streams() { measure_streams "$1" "${order[$1]}"; }
traffic() { measure_traffic "$1" "$([[ $1 == new ]] && echo 10000 || echo 1000)"; }

say "setting up"
each set_up
for ((round = 0; round < rounds; round++)); do say "start"; each measure_start; done
each sign_in
say "idle"; each measure_idle
each new_order
each new_plan
# Both are warm before anything is compared.
say "orders"; each measure_writes warm /api/v1/orders/items "$order_body" 4
for ((round = 0; round < rounds; round++)); do
  each measure_writes order /api/v1/orders/items "$order_body" 4
  each measure_writes order16 /api/v1/orders/items "$order_body" 16
done
say "plan orders"; each plan_orders
for ((round = 0; round < rounds; round++)); do each plan_orders; done
say "tokens"; for ((round = 0; round < rounds; round++)); do each measure_refresh; done
say "traffic"; each traffic
say "streams"; each streams
say "catalog and one order"
curl -sf "${url[new]}/api/v1/catalog" -H "Authorization: Bearer ${token[new]}" >"$work/catalog.json"
bare bare-bytes "$work/catalog.json"
versus catalog_to_bare "${url[new]}/api/v1/catalog" "http://127.0.0.1:$bare_port/" -H "Authorization: Bearer ${token[new]}"
bare bare-order "${connection[new]}" "${order[new]}" "${user_id[new]}"
versus order_get_to_bare "${url[new]}/api/v1/orders/${order[new]}" "http://127.0.0.1:$bare_port/" -H "Authorization: Bearer ${token[new]}"
say "from the commit to the start of its job"
read -r job_ratio job_ours job_bare < <(dotnet tests/Benchmarks/bin/Release/net10.0/VpsPanel.Benchmarks.dll job-latency \
  "${connection[new]}" "${url[new]}" "${token[new]}" "${admin[new]}" "$order_body") || die "no job was started"
say "lists"
each fill 10000; each measure_lists small
each fill "$rows"; each measure_lists large
for side in "${sides[@]}"; do note "$side" memory_end_mib "$(memory "$side")"; done
one=$(time_of new "/api/v1/orders/${order[new]}" "${token[new]}")
say "outbox"
each measure_outbox outbox_fresh_per_s 3000 fresh
each measure_outbox outbox_blind_per_s 3000 none

# --- the answer ---

missed=0
line() { # NAME VALUE TARGET le|ge BOUND MIN MAX
  local verdict
  verdict=$(awk -v v="$2" -v b="$5" -v how="$4" 'BEGIN { print ((how == "le" ? v <= b : v >= b) && v != "nan") ? "met" : "missed" }')
  [[ $verdict == met ]] || missed=1
  printf '%s\t%s\t%s\t%s\t%s\t%s%s\n' "$1" "$2" "$3" "$verdict" "$6" "$7" "$( ((quick)) && printf '\tquick')"
}
range() { sort -g "$work/values.$1.$2" | sed -n "$3p"; }
beside() { # NAME le|ge FACTOR: ours beside the earlier build
  [[ $against != none ]] && known old "$1" && known new "$1" || return 0
  line "$1" "$(divide "$(middle new "$1")" "$(middle old "$1")")" "$([[ $2 == le ]] && echo '≤' || echo '≥') $3 × REV ($(middle old "$1") → $(middle new "$1"))" \
    "$2" "$3" "$(range new "$1" 1)" "$(range new "$1" '$')"
}
beside order_cpu_ms le 0.4
beside plan_order_cpu_ms le 0.25
beside refresh_cpu_ms le 0.4
beside outbox_fresh_per_s ge 25
beside outbox_blind_per_s ge 25
beside start_cpu_ms le 0.35
beside start_wall_ms le 0.4
beside memory_start_mib le 0.6
beside memory_end_mib le 0.4
beside idle_cpu_ms_per_s le 0.25
beside traffic_ms le 0.15
beside streams_commits_per_s le 0.2
beside streams_cpu_ms_per_s le 0.2
beside order16_per_s ge 2
for name in order_commits:le:2:'≤ 2' catalog_to_bare:ge:0.85:'≥ 0.85' order_get_to_bare:ge:0.8:'≥ 0.8'; do
  IFS=: read -r figure how bound target <<<"$name"
  line "$figure" "$(middle new "$figure")" "$target" "$how" "$bound" "$(range new "$figure" 1)" "$(range new "$figure" '$')"
done
for side in "${sides[@]}"; do
  for at in "${!lists[@]}"; do
    printf '%s %s %s\n' "$(divide "$(<"$work/list.$side.large.$at")" "$(<"$work/list.$side.small.$at")")" "$(<"$work/list.$side.large.$at")" "${lists[$at]#* }"
  done >"$work/lists.$side"
  say "$side: $(sort -gr "$work/lists.$side" | head -n 3 | tr '\n' ';')"
done
line job_start_to_bare_enqueue "$job_ratio" '≤ 5' le 5 "$job_bare" "$job_ours"
line lists_many_to_few "$(sort -gr "$work/lists.new" | head -n 1 | cut -d' ' -f1)" '≤ 2' le 2 "$(sort -g "$work/lists.new" | head -n 1 | cut -d' ' -f1)" "$(sort -gr "$work/lists.new" | head -n 1 | cut -d' ' -f3)"
slowest=$(cut -d' ' -f2 "$work/lists.new" | sort -g | tail -n 1)
line slowest_list_to_one_order "$(divide "$slowest" "$one")" '≤ 20' le 20 "$one" "$slowest"
((check == 0 || missed == 0))
