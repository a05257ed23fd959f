# shellcheck shell=bash
# Words shared by the scripts of this folder; sourced, not run.
# Progress goes to stderr, so that stdout carries answers only.

# Not in the path of everybody who became root, yet runuser and useradd live there.
PATH=$PATH:/usr/sbin:/sbin

say() { printf '==> %s\n' "$*" >&2; }

die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

need() { command -v "$1" >/dev/null 2>&1 || die "$1 is missing; $2"; }

# What was installed last is found at once; without apt or the right to use it the caller's words name what to install.
as_root=()
may_install() {
  ((EUID == 0)) || as_root=(sudo -n)
  command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null
}

install_packages() { # PACKAGE...
  say "installing $*"
  "${as_root[@]}" apt-get update -qq >&2 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$@" >&2
}

# SqlClient refuses to work without ICU, and billing knows time zones by their names.
need_globalization() {
  local missing=()
  ldconfig -p 2>/dev/null | grep 'libicuuc\.so\.' >/dev/null || missing+=('^libicu[0-9]*$')
  [[ -e ${TZDIR:-/usr/share/zoneinfo}/Asia/Shanghai ]] || missing+=(tzdata)
  if ((${#missing[@]})) && ! { may_install && install_packages "${missing[@]}"; }; then
    die "ICU or the time zones are missing; install libicu (on Debian 12: libicu72) and tzdata"
  fi
  # An image may have switched ICU off for every program.
  unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT
}

absolute() { realpath -m -- "$1"; }

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  for _ in {1..50}; do
    port=$((20000 + RANDOM % 10000))
    port_taken "$port" || { printf '%s\n' "$port"; return; }
  done
  die "found no free port between 20000 and 29999"
}

is_port() { [[ $1 =~ ^[0-9]{1,5}$ ]] && ((10#$1 > 0 && 10#$1 < 65536)); }

random_hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }
