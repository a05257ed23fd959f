using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Npgsql;
using VpsPanel.Functional.Tests.Engagement.Webhooks;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Shipped;

/// <summary>
/// What build/publish.sh makes, started by build/run.sh as a demo on a fresh folder: a process of its own, on its own database, that
/// nothing has warmed up. VPSPANEL_PUBLISHED names the published program; without it build/run.sh publishes what has changed.
/// </summary>
public sealed class ShippedService : IAsyncLifetime
{
    private readonly string _root = Path.Combine(Path.GetTempPath(), $"vpspanel-shipped-{Guid.NewGuid():N}");
    private readonly int _port = FreePort();
    private readonly List<HttpClient> _clients = [];
    private readonly Dictionary<string, HttpClient> _people = [];
    private EximServer? _exim;

    /// <summary>Hears webhooks.</summary>
    public Receiver Receiver { get; private set; } = null!;

    public string Url => $"http://127.0.0.1:{_port}";

    public string Data => Path.Combine(_root, "data");

    public string ConnectionString { get; private set; } = "";

    /// <summary>Orders with a higher number were placed while the hooks listened.</summary>
    public long LastUnheardOrder { get; set; }

    public static string Repository { get; } = FindRepository();

    private static string Published => Environment.GetEnvironmentVariable("VPSPANEL_PUBLISHED")
        ?? Path.Combine(Repository, "artifacts", "published");

    public async Task InitializeAsync()
    {
        // The database's own user has to pass through.
        Directory.CreateDirectory(_root);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_root, (UnixFileMode)0b111_001_001);

        var client = Directory.CreateDirectory(Path.Combine(_root, "client"));
        await File.WriteAllTextAsync(Path.Combine(client.FullName, "index.html"), "<!doctype html><title>The client</title>");
        await File.WriteAllTextAsync(Path.Combine(client.FullName, "app.js"), "console.log('client')");
        Receiver = await Receiver.Start();
        await Start();
        ConnectionString = (await Shell.Run(Script("db.sh"), ["url", Path.Combine(Data, "pg")])).Ok.Trim();
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Shell.Run(Script("run.sh"), ["--stop", "--data", Data]);
        await Shell.Run(Script("db.sh"), ["remove", Path.Combine(Data, "pg")]);
        await Receiver.DisposeAsync();
        if (_exim is not null)
            await _exim.DisposeAsync();

        Directory.Delete(_root, recursive: true);
    }

    /// <summary>Returns as soon as it is ready.</summary>
    public async Task Start()
    {
        string[] published = Environment.GetEnvironmentVariable("VPSPANEL_PUBLISHED") is { } folder ? ["--published", folder] : [];
        var settings = new Dictionary<string, string>
        {
            ["Webhooks__AllowedNetworks"] = "127.0.0.0/8",
            ["Panel__Webhook__SharedToken"] = "shared-token-of-the-walk",
            ["SIMULATOR_BOOT_DELAY_MS"] = "0",
            ["Mail__TrustedCaFile"] = TestAuthority.Trusted.File,
            ["Frontend__Path"] = Path.Combine(_root, "client"),
        };
        _ = (await Shell.Run(
            Script("run.sh"), ["--port", $"{_port}", "--data", Data, "--detach", .. published], settings)).Ok;
    }

    /// <summary>A mail server, from the first time that it is asked for.</summary>
    public async Task<EximServer> Exim() => _exim ??= await EximServer.Start();

    /// <summary>The upstream takes so long for the next host; all others are there at once.</summary>
    public async Task SlowNextBoot(TimeSpan time)
    {
        using var http = new HttpClient();
        var port = (await File.ReadAllTextAsync(Path.Combine(Data, "simulator.port"))).Trim();
        var body = $$"""{"switches":[{"action":"create_host","kind":"slow_boot","times":1,"milliseconds":{{(int)time.TotalMilliseconds}}}]}""";
        using var answer = await http.PutAsync(new Uri($"http://127.0.0.1:{port}/_simulator/switches"), new StringContent(body));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>SIGTERM, as systemd sends it; returns when all has ended.</summary>
    public async Task Stop() => _ = (await Shell.Run(Script("run.sh"), ["--stop", "--data", Data])).Ok;

    public Task<ShellResult> Walk() => Shell.Run(Script("demo.sh"), ["--full", "--published", Published, Url]);

    /// <summary>A verb of the operator, on the running service's database.</summary>
    public Task<ShellResult> Operate(string verb)
    {
        var secrets = File.ReadAllLines(Path.Combine(Data, "secrets.env")).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var service = Path.Combine(Published, "service");
        return Shell.Run("dotnet", [Path.Combine(service, "VpsPanel.WebApi.dll"), verb], new Dictionary<string, string>
        {
            ["Database__ConnectionString"] = ConnectionString,
            ["Auth__SigningKey"] = secrets["AUTH_SIGNING_KEY"],
            ["Secrets__Key"] = secrets["SECRETS_KEY"],
            ["Storage__Path"] = Path.Combine(Data, "storage"),
        }, service);
    }

    /// <summary>What the service itself logged, from its first start on.</summary>
    public IReadOnlyList<string> Log => File.ReadAllLines(Path.Combine(Data, "logs", "api.log"));

    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Url) };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        _clients.Add(client);
        return client;
    }

    /// <summary>The demo's administrator; signed in once, until <see cref="Forget"/>.</summary>
    public Task<HttpClient> Admin() => Person("/admin/api/v1/auth/login", "admin");

    /// <inheritdoc cref="Admin"/>
    public Task<HttpClient> User() => Person("/api/v1/auth/login", "user");

    /// <summary>Their sessions have ended.</summary>
    public void Forget() => _people.Clear();

    /// <summary>The first column of every row.</summary>
    public async Task<List<T>> Rows<T>(string sql)
    {
        // The server is started anew in between, which a pool would not hear of.
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
            rows.Add(await reader.GetFieldValueAsync<T>(0));

        return rows;
    }

    private async Task<HttpClient> Person(string path, string name) =>
        _people.TryGetValue(name, out var known) ? known : _people[name] = Client(await SignIn(path, name));

    private async Task<string> SignIn(string path, string name)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        return (string)(await http.Post(path, new { username = name, password = "P@ssw0rd!" })).Ok["access_token"]!;
    }

    private static string Script(string name) => Path.Combine(Repository, "build", name);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VpsPanel.sln")))
            folder = folder.Parent!;

        return folder.FullName;
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
