#!/usr/bin/env bash
# Walks a purchase from the captcha to the panel of a running VPS, once for every way to pay, against a running demo:
#   build/demo.sh [URL]           (http://localhost:8080)
#   build/demo.sh --full [URL]    then also works on the last host, renews, resizes and returns it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

dotnet build -c Release -v quiet tests/Demo >&2
exec dotnet tests/Demo/bin/Release/net10.0/VpsPanel.Demo.dll "$@"
