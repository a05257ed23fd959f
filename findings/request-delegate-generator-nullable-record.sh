#!/usr/bin/env bash
# A query record for [AsParameters] whose constructor takes nullable texts compiles and runs with ASP.NET Core's minimal APIs. With
# EnableRequestDelegateGenerator (on by itself when publishing AOT) the same project does not compile: the generated code writes
# typeof(string?), error CS8639 in a file that nobody wrote. The same members as init properties compile and bind alike.
# Seen with the .NET SDK 10.0 (ASP.NET Core 10.0) and with 9.0; reported as dotnet/aspnetcore issue 58953.
# Prints what happens and fails when that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cd "$work"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

cat >app.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <EnableRequestDelegateGenerator>$(Generated)</EnableRequestDelegateGenerator>
  </PropertyGroup>
</Project>
XML

program() { # DECLARATION OF Paging
  cat >Program.cs <<CS
var app = WebApplication.Create(args);
app.MapGet("/", ([AsParameters] Paging paging) => paging.Limit ?? "none");
app.Run();
$1
CS
}

try() { # GENERATED
  rm -rf bin obj
  dotnet build -v quiet "-p:Generated=$1" 2>&1 | grep -oE 'error CS[0-9]+' | sort -u | tr '\n' ' ' || true
}

printf 'SDK %s\n' "$(dotnet --version)"
program 'internal sealed record Paging(string? Limit, string? Offset);'
plain=$(try false)
record=$(try true)
program 'internal sealed record Paging { public string? Limit { get; init; } public string? Offset { get; init; } }'
properties=$(try true)
printf 'constructor, requests bound at run time: %s\n' "${plain:-compiles}"
printf 'constructor, generated:                  %s\n' "${record:-compiles}"
printf 'init properties, generated:              %s\n' "${properties:-compiles}"
[[ -z $plain && $record == 'error CS8639 ' && -z $properties ]] || { echo 'this has changed' >&2; exit 1; }
