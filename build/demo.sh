#!/usr/bin/env bash
# Walks a purchase from the captcha to the panel of a running VPS, once for every way to pay, against a running demo:
#   build/demo.sh [URL]           (http://localhost:8080)
#   build/demo.sh --full [URL]    then also works on the last host, renews, resizes and returns it
# --published DIR takes the walk that build/publish.sh put there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

published='' rest=()
while (($#)); do
  if [[ $1 == --published ]]; then published=${2:?--published takes a folder}; shift; else rest+=("$1"); fi
  shift
done
if [[ -z $published ]]; then
  build/publish.sh >&2
  published=artifacts/published
fi
exec dotnet "$published/walk/VpsPanel.Demo.dll" "${rest[@]}"
