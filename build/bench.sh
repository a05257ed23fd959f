#!/usr/bin/env bash
# Compares the main paths with bare yardsticks on this machine, in one run, and prints ratios:
#   (a) GET /catalog with a token      against Kestrel that sends the same bytes           aim 0.75
#   (b) GET /orders/{id}               against Kestrel + Npgsql that run the same SQL      aim 0.6
#   (c) placing an order               against pgbench with the same statements, 16 clients aim 0.5
#   (d) first page of orders           1,000,000 rows against 10,000 rows                  at most 1.3
#   (e) start to ready, and memory after the load
#   (f) GET /subscriptions/{token}     200 nodes, against Kestrel that sends the same bytes, or the same 304   aim 0.6
#   (g) commit to start of its job     against a bare Enqueue of the same engine           at most 5
# Needs wrk (installed from Debian when it is missing). Everything lives in a folder of its own and is removed afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=build/common.sh
source build/common.sh
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

seconds=${BENCH_SECONDS:-5}
work=$(mktemp -d)
chmod 711 "$work"
port=$(free_port)
bare_port=$(free_port)
bare_pid=''

finish() {
  local code=$?
  trap - EXIT INT TERM
  [[ -z $bare_pid ]] || kill "$bare_pid" 2>/dev/null || true
  build/run.sh --stop --data "$work/data" >/dev/null 2>&1 || true
  build/db.sh remove "$work/data/pg" >/dev/null 2>&1 || true
  rm -rf -- "$work"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT TERM

need curl "install the package curl"
command -v wrk >/dev/null || apt-get install -y -qq wrk >/dev/null || die "install the package wrk"

api=http://127.0.0.1:$port
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }
rate() { wrk -t1 -c32 -d"${seconds}s" "$@" | awk '/Requests\/sec/ { print $2 }'; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }

# Rounds of ours and theirs take turns, so that a busy moment hits both.
versus() { # OUR_URL THEIR_URL WRK_ARGUMENTS...
  local round ours=$1 theirs=$2
  shift 2
  : >"$work/ours"; : >"$work/theirs"
  for round in 1 2 3 4; do
    rate "$@" "$ours" >"$work/one"; ((round == 1)) || cat "$work/one" >>"$work/ours"
    rate "$@" "$theirs" >"$work/one"; ((round == 1)) || cat "$work/one" >>"$work/theirs"
  done
  ratio "$(median <"$work/ours")" "$(median <"$work/theirs")"
}

bare() { # MODE ARGUMENTS...
  [[ -z $bare_pid ]] || { kill "$bare_pid"; wait "$bare_pid" 2>/dev/null || true; }
  dotnet tests/Benchmarks/bin/Release/net10.0/VpsPanel.Benchmarks.dll "$1" "http://127.0.0.1:$bare_port" "${@:2}" >/dev/null 2>&1 &
  bare_pid=$!
  until curl -s -o /dev/null "http://127.0.0.1:$bare_port/"; do
    kill -0 "$bare_pid" || die "the yardstick $1 did not start"
    sleep 0.2
  done
}

say "building"
dotnet build -c Release -v quiet tests/Benchmarks >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log" >&2; die "the build failed"; }
build/run.sh --port "$port" --data "$work/data" --detach >"$work/run.log" 2>&1 || { tail -n 20 "$work/run.log" >&2; die "the service did not start"; }
build/run.sh --stop --data "$work/data" >/dev/null

say "starting again, with everything built and migrated"
started=$(date +%s%N)
build/run.sh --port "$port" --data "$work/data" --detach >/dev/null
ready=$((($(date +%s%N) - started) / 1000000))

login() { # PATH NAME
  curl -sf "$api$1" -H 'Content-Type: application/json' -d "{\"username\":\"$2\",\"password\":\"P@ssw0rd!\"}" | field access_token
}
token=$(login /api/v1/auth/login user)
admin=$(login /admin/api/v1/auth/login admin)
user_id=$(curl -sf "$api/api/v1/me" -H "Authorization: Bearer $token" | field id)
connection=$(build/db.sh url "$work/data/pg")

say "(a) the catalogue"
curl -sf "$api/api/v1/catalog" -H "Authorization: Bearer $token" >"$work/catalog.json"
bare bare-bytes "$work/catalog.json"
a=$(versus "$api/api/v1/catalog" "http://127.0.0.1:$bare_port/" -H "Authorization: Bearer $token")

say "(b) one order"
body='{"items":[{"package_id":1,"system_id":1,"spec":{"billing_cycle_id":1,"cycle_qty":1},"qty":1}]}'
order=$(curl -sf "$api/api/v1/orders/items" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
  -d "$body" \
  | sed -n 's/^{"order":{"id":\([0-9]*\).*/\1/p')
bare bare-order "$connection" "$order" "$user_id"
b=$(versus "$api/api/v1/orders/$order" "http://127.0.0.1:$bare_port/" -H "Authorization: Bearer $token")

say "(g) from the commit to the start of its job"
read -r g g_ours g_bare < <(dotnet tests/Benchmarks/bin/Release/net10.0/VpsPanel.Benchmarks.dll job-latency \
  "$connection" "$api" "$token" "$admin" "$body") || die "no job was started"

say "(f) one subscription"
dotnet tests/Benchmarks/bin/Release/net10.0/VpsPanel.Benchmarks.dll fill-nodes "$connection" 200
call() { # METHOD PATH TOKEN BODY
  curl -sf -X "$1" "$api$2" -H "Authorization: Bearer $3" -H 'Content-Type: application/json' -d "$4"
}
call PATCH /admin/api/v1/settings "$admin" '{"key":"subscription_rate_per_minute","value":"0"}' >/dev/null
plan=$(call POST /api/v1/admin/plans "$admin" '{"name":"Bench","price_cents":0,"duration_days":30,"status":"active","visible":true}' | sed -n 's/^{"id":\([0-9]*\).*/\1/p')
call POST /api/v1/user/orders "$token" "{\"plan_id\":$plan,\"quantity\":1}" >/dev/null
subscription=$(dotnet tests/Benchmarks/bin/Release/net10.0/VpsPanel.Benchmarks.dll find-subscription "$connection" "$plan")
client=(-H 'User-Agent: clash.meta/v1.19.2')
: >"$work/fresh"
for _ in 1 2 3 4 5 6 7 8 9 10 11; do
  link=$(call POST "/api/v1/user/subscriptions/$subscription/rotate" "$token" '{}' | field token)
  curl -sf -o "$work/profile" -D "$work/headers" -w '%{time_total}\n' "${client[@]}" "$api/api/v1/subscriptions/$link" >>"$work/fresh"
done
fresh=$(median <"$work/fresh" | awk '{ printf "%.1f", $1 * 1000 }')
etag=$(tr -d '\r' <"$work/headers" | awk 'tolower($1) == "etag:" { print $2 }')
bare bare-bytes "$work/profile"
f_body=$(versus "$api/api/v1/subscriptions/$link" "http://127.0.0.1:$bare_port/" "${client[@]}")
f_304=$(versus "$api/api/v1/subscriptions/$link" "http://127.0.0.1:$bare_port/" "${client[@]}" -H "If-None-Match: $etag")

say "(c) placing orders, 16 clients"
server_log=$(build/db.sh log "$work/data/pg")
dotnet tests/Benchmarks/bin/Release/net10.0/VpsPanel.Benchmarks.dll order-script \
  "$connection" "$server_log" "$work/order.sql" "$api/api/v1/orders/items" "$token" "$body"
cat >"$work/order.lua" <<LUA
local n = 0
wrk.method, wrk.body = "POST", '$body'
function request()
  n = n + 1
  wrk.headers["Authorization"], wrk.headers["Content-Type"] = "Bearer $token", "application/json"
  wrk.headers["Idempotency-Key"] = "bench-" .. os.time() .. "-" .. n
  return wrk.format()
end
function done(summary)
  if summary.errors.status > 0 then print("refused " .. summary.errors.status) end
end
LUA
place() {
  wrk -t1 -c16 -d"${seconds}s" -s "$work/order.lua" "$api/api/v1/orders/items" >"$work/wrk"
  ! grep -q '^refused' "$work/wrk" || die "orders were refused: $(grep '^refused' "$work/wrk")"
  awk '/Requests\/sec/ { print $2 }' "$work/wrk"
}
yardstick() {
  PGPASSWORD=$(sed 's/.*Password=\([^;]*\).*/\1/' <<<"$connection") \
    pgbench -n -M prepared -c 16 -j 1 -T "$seconds" -f "$work/order.sql" -h 127.0.0.1 \
    -p "$(sed 's/.*Port=\([^;]*\).*/\1/' <<<"$connection")" -U vpspanel vpspanel 2>"$work/pgbench" \
    | awk '/^tps/ { print $3 }'
}
: >"$work/ours"; : >"$work/theirs"
for round in 1 2 3 4; do
  place >"$work/one"; ((round == 1)) || cat "$work/one" >>"$work/ours"
  yardstick >"$work/one"; [[ -s $work/one ]] || die "pgbench: $(tail -n 1 "$work/pgbench")"
  ((round == 1)) || cat "$work/one" >>"$work/theirs"
done
c=$(ratio "$(median <"$work/ours")" "$(median <"$work/theirs")")

say "(d) the first page of many orders"
fill() { # UP_TO
  dotnet tests/Benchmarks/bin/Release/net10.0/VpsPanel.Benchmarks.dll fill-orders "$connection" "$user_id" "$1"
}
pages() { # PATH TOKEN: the median of three rates after a warm-up
  local round
  : >"$work/rates"
  for round in 1 2 3 4; do
    rate -H "Authorization: Bearer $2" "$api$1" >"$work/one"; ((round == 1)) || cat "$work/one" >>"$work/rates"
  done
  median <"$work/rates"
}
fill 10000
small_user=$(pages '/api/v1/orders?limit=20' "$token")
small_admin=$(pages '/admin/api/v1/orders?limit=20' "$admin")
fill 1000000
large_user=$(pages '/api/v1/orders?limit=20' "$token")
large_admin=$(pages '/admin/api/v1/orders?limit=20' "$admin")

pid=$(cat "$work/data/api.pid")
memory=$(awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$pid/status")

cat <<EOF

(a) GET /catalog / bare bytes               $a   (aim 0.75 or more)
(b) GET /orders/{id} / bare SQL             $b   (aim 0.6 or more)
(c) placing an order / pgbench              $c   (aim 0.5 or more)
(d) user's first page, time 1M / 10k rows   $(ratio "$small_user" "$large_user")   (at most 1.3)
    admin's first page, time 1M / 10k rows  $(ratio "$small_admin" "$large_admin")   (at most 1.3)
(e) start to ready $ready ms, $memory MiB resident after the load
(f) GET /subscriptions/{token} / bare bytes $f_body   (aim 0.6 or more)
    the same with 304 / bare 304            $f_304   (aim 0.6 or more)
    first rendering of its 200 nodes        $fresh ms, $(wc -c <"$work/profile") bytes
(g) commit to start of a job / bare Enqueue $g   (at most 5; $g_ours ms against $g_bare ms)
EOF
