#!/usr/bin/env bash
# The time-outs of Microsoft.Extensions.Http.Resilience bound the time until the headers of an answer are there, not the call. A server
# that sends its headers at once and its body slowly keeps a client for as long as it likes: with an attempt time-out of 1 s and a
# total time-out of 2 s, GetStringAsync of a body that takes 6 s succeeds after 6 s. The handler's work ends when it hands the response back;
# the body is read afterwards, outside the pipeline, where only HttpClient.Timeout or the caller's token counts, and AddStandardResilienceHandler
# sets HttpClient.Timeout to infinite. Whoever must bound a whole call has to run the reading of the body inside the pipeline as well.
# Seen with 10.11.0 on .NET 10. Prints what happens and fails when that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cd "$work"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

cat >try.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Extensions.Http.Resilience" Version="10.11.0" />
  </ItemGroup>
</Project>
XML

cat >Program.cs <<'CS'
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

var listener = new TcpListener(IPAddress.Loopback, 0);
listener.Start();
var port = ((IPEndPoint)listener.LocalEndpoint).Port;
_ = Serve();

var services = new ServiceCollection();
services.AddHttpClient("slow").AddStandardResilienceHandler(options =>
{
    options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(1);
    options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(2);
    options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(10);
});
using var provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("slow");
Console.WriteLine($"HttpClient.Timeout is infinite: {client.Timeout == Timeout.InfiniteTimeSpan}");

var watch = Stopwatch.StartNew();
var result = "success";
try
{
    await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/"));
}
catch (Exception error)
{
    result = error.GetType().Name;
}

Console.WriteLine($"a body of 6 s under a total time-out of 2 s: {result} after more than 5 s: {watch.Elapsed.TotalSeconds > 5}");

async Task Serve()
{
    while (true)
    {
        var socket = await listener.AcceptTcpClientAsync();
        _ = Task.Run(async () =>
        {
            using var connection = socket;
            var stream = connection.GetStream();
            await stream.ReadAtLeastAsync(new byte[16], 16);
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n"));
            for (var i = 0; i < 6; i++)
            {
                await Task.Delay(1000);
                await stream.WriteAsync("x"u8.ToArray());
            }
        });
    }
}
CS

printf 'Microsoft.Extensions.Http.Resilience 10.11.0, SDK %s\n' "$(dotnet --version)"
dotnet build -v quiet >build.log 2>&1 || { cat build.log >&2; exit 1; }
said=$(dotnet bin/Debug/net10.0/try.dll)
printf '%s\n' "$said"
[[ $said == *'infinite: True'* && $said == *'success after more than 5 s: True'* ]] || { echo 'this has changed' >&2; exit 1; }
