#!/usr/bin/env bash
# Prints where Debian's exim is, a real mail server that tests send to. It is unpacked into artifacts/exim and not installed, so that no
# mail service starts on this machine; its libraries and the user that it delivers as are installed. VPSPANEL_EXIM names another one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=build/common.sh
source build/common.sh

readonly package=exim4-daemon-light user=Debian-exim folder=$PWD/artifacts/exim
program=${VPSPANEL_EXIM:-$(command -v exim4 || echo "$folder/usr/sbin/exim4")}

# It asks for its user before anything else.
works() { [[ -x $program ]] && "$program" -C /dev/null -bV >/dev/null 2>&1; }

missing_libraries() {
  apt-cache depends "$package" | awk '/ Depends: lib/ { print $2 }' | while read -r library; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$library" 2>/dev/null) == installed ]] || printf '%s\n' "$library"
  done
}

works || {
  may_install || die "exim is missing; install the package $package, or name the program in VPSPANEL_EXIM"
  say "fetching $package"
  apt-cache show "$package" >/dev/null 2>&1 || "${as_root[@]}" apt-get update -qq >&2
  mapfile -t libraries < <(missing_libraries)
  ((${#libraries[@]} == 0)) || install_packages "${libraries[@]}"
  getent passwd "$user" >/dev/null || "${as_root[@]}" useradd --system --user-group --no-create-home --shell /usr/sbin/nologin "$user"
  fetched=$(mktemp -d)
  trap 'rm -rf -- "$fetched"' EXIT
  (cd "$fetched" && apt-get download -qq "$package") >&2
  mkdir -p "$folder"
  dpkg -x "$fetched"/*.deb "$folder"
  program=$folder/usr/sbin/exim4
  works || die "$program does not start"
}
printf '%s\n' "$program"
