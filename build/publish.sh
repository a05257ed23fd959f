#!/usr/bin/env bash
# Publishes what runs, each into a folder of its own below DIR: service, and for the demo simulator and walk.
#
#   build/publish.sh [DIR]        (artifacts/published)
#
# Does nothing when DIR holds what these sources make: a hash over sources, central props, lock files, global.json and the SDK's
# version lies in it. The service's code is compiled ahead of its start where the compiler for that can be had (NuGet), else when it runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=build/common.sh
source build/common.sh
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

readonly sources=(src tests/AutomationSimulator tests/Demo Directory.Build.props Directory.Packages.props tests/Directory.Build.props global.json)

case ${1:-} in
  -h | --help) sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
  -*) die "unknown flag $1; try --help" ;;
esac
dir=$(absolute "${1:-artifacts/published}")
mark=$dir/sources.sha256

sources_hash() {
  {
    dotnet --version
    sha256sum build/publish.sh
    find "${sources[@]}" \( -name bin -o -name obj \) -prune -o -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
  } | sha256sum | cut -d' ' -f1
}

# A restore for one machine must not change the lock files, which are for all. The central props name the same versions.
publish() { # PROJECT NAME ARGUMENT...
  local project=$1 name=$2
  shift 2
  # The compiler's server outlives this script and must not keep the lock.
  dotnet publish "$project" -c Release -v quiet -o "$half/$name" "$@" >"$half/$name.log" 2>&1 9>&-
}

publish_ahead() { # PROJECT NAME
  publish "$1" "$2" --use-current-runtime --self-contained false -p:PublishReadyToRun=true -p:RunAnalyzers=false \
    -p:RestorePackagesWithLockFile=false -p:NuGetLockFilePath=obj/publish.lock.json -p:WarningsNotAsErrors=NU1603
}

need dotnet "install the .NET SDK that global.json names"
mkdir -p "$(dirname "$dir")"
exec 9>"$dir.lock"
flock 9
hash=$(sources_hash)
[[ -f $mark && $(<"$mark") == "$hash" ]] && exit 0

# Whoever starts from DIR meanwhile finds the old program or the new one, never half of it.
half=$dir.half
rm -rf -- "$half"
mkdir -p "$half"
say "publishing into $dir"
if ! publish_ahead src/WebApi service; then
  say "the service cannot be compiled ahead here ($(grep -om 1 'error.*' "$half/service.log" || echo 'see below')); it is compiled when it runs"
  rm -rf -- "$half/service"
  publish src/WebApi service -p:RunAnalyzers=false || { tail -n 20 "$half/service.log" >&2; die "the service could not be published"; }
fi
for tool in AutomationSimulator:simulator Demo:walk; do
  publish "tests/${tool%:*}" "${tool#*:}" -p:RunAnalyzers=false || { tail -n 20 "$half/${tool#*:}.log" >&2; die "${tool%:*} could not be published"; }
done

rm -f -- "$half"/*.log
printf '%s\n' "$hash" >"$half/sources.sha256"
rm -rf -- "$dir"
mv -- "$half" "$dir"
