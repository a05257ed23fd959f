using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace VpsPanel.Testing;

/// <summary>The service as a process of its own on a loopback port, which can be killed without any warning.</summary>
public sealed class PanelProcess(string connectionString) : IAsyncDisposable
{
    private readonly int _port = FreePort();
    private readonly ConcurrentQueue<string> _log = new();
    private Process? _process;

    /// <summary>False where the test looks at the log itself: else an error in it fails the test.</summary>
    public bool JudgesErrors { get; init; } = true;

    /// <summary>Configuration besides what every test needs.</summary>
    public IReadOnlyDictionary<string, string>? Configuration { get; init; }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>What it wrote, over all of its lives.</summary>
    public string Log => string.Join('\n', _log);

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task Start(bool ready = true)
    {
        var start = new ProcessStartInfo("dotnet", [Dll()]) 
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Testing";
        start.Environment["Database__Provider"] = TestDatabase.Provider;
        start.Environment["Database__ConnectionString"] = connectionString;
        start.Environment["Auth__SigningKey"] = PanelHost.SigningKey;
        start.Environment["Secrets__Key"] = PanelHost.SecretsKey;
        start.Environment["Jobs__Tasks__0"] = "order_provision_watchdog";
        foreach (var (key, value) in Configuration ?? new Dictionary<string, string>())
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        _process = Process.Start(start)!;

        // A full pipe would stop it.
        _process.OutputDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _log.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (ready)
            await Eventually.Become(Answers, "the service answers", 60);
    }

    public HttpClient Client(string token)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>SIGKILL: no handler of the process runs.</summary>
    public async Task Kill()
    {
        if (_process is null)
            return;

        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        if (JudgesErrors && _log.FirstOrDefault(IsError) is { } line)
            throw new InvalidOperationException($"The service logged an error: {line}\n{Log}");
    }

    private async Task<bool> Answers()
    {
        if (_process!.HasExited)
            throw new InvalidOperationException($"The service ended with {_process.ExitCode}:\n{Log}");

        try
        {
            using var client = new HttpClient();
            using var reply = await client.GetAsync(new Uri(Address, "/api/v1/ping"));
            return reply.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static bool IsError(string line) =>
        line.StartsWith("fail: ", StringComparison.Ordinal) || line.StartsWith("crit: ", StringComparison.Ordinal);

    /// <summary>The build of the service that belongs to the build of these tests.</summary>
    private static string Dll()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (here.Name, here.Parent!.Name);
        var root = here;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "VpsPanel.sln")))
            root = root.Parent;

        return Path.Combine(root!.FullName, "src", "WebApi", "bin", configuration, framework, "VpsPanel.WebApi.dll");
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
