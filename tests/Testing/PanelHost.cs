using System.Reflection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.Application;
using VpsPanel.Application.Identity.Installation;
using VpsPanel.WebApi.Endpoints.Public;

namespace VpsPanel.Testing;

/// <summary>The whole service in this process on one database. Two of them on the same database are two nodes.</summary>
/// <param name="slices">Brings handlers, reactions, tasks and settings of its own.</param>
public sealed class PanelHost(
    string connectionString, TestClock? clock = null, IReadOnlyDictionary<string, string>? settings = null, Assembly? slices = null)
    : WebApplicationFactory<Pong>
{
    public const string SigningKey = "a signing key for tests, long enough to pass";
    public const string SecretsKey = "a key for stored secrets in tests, long enough";

    public TestClock Clock { get; } = clock ?? new TestClock();

    /// <summary>Where this node keeps uploaded files; gone with it.</summary>
    public string Storage { get; } = Directory.CreateTempSubdirectory("vpspanel-uploads-").FullName;

    /// <summary>Most tests need no administrator, and the routes shall be open without one.</summary>
    public bool IsInstalled { get; init; } = true;

    public MemoryLog? Log { get; init; }

    /// <summary>What it logs in here and nobody expects fails the test when the host is gone, or before, where a fixture shares it.</summary>
    public ErrorLog Errors { get; init; } = new();

    /// <summary>False where a fixture looks at the errors of several hosts together, and where a host cannot work by intention.</summary>
    public bool JudgesErrors { get; init; } = true;

    /// <summary>Runs background jobs. Of the scheduled tasks only the one that finds lost jobs: the others would do things of their own.</summary>
    public bool HasJobs { get; init; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment("Testing");
        builder.UseSetting("Database:Provider", TestDatabase.Provider);
        builder.UseSetting("Database:ConnectionString", connectionString);
        builder.UseSetting("Auth:SigningKey", SigningKey);
        builder.UseSetting("Secrets:Key", SecretsKey);
        builder.UseSetting("Jobs:Enabled", HasJobs ? "true" : "false");
        if (HasJobs)
            builder.UseSetting("Jobs:Tasks:0", "order_provision_watchdog");

        builder.UseSetting("Storage:Path", Storage);
        builder.UseSetting("Mail:TrustedCaFile", TestAuthority.Trusted.File);
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            builder.UseSetting(key, value);

        builder.ConfigureLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Warning);
            logging.AddProvider(Errors);
            if (Log is not null)
                logging.AddProvider(Log).AddFilter<MemoryLog>("VpsPanel", LogLevel.Trace).AddFilter<MemoryLog>("Npgsql", LogLevel.Debug);
        });
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton<IStartupFilter, RouteHits>();
            if (IsInstalled)
                services.Replace(ServiceDescriptor.Singleton<IInstallationStatus>(new AlwaysInstalled()));
            if (slices is not null)
                services.AddSlices(slices);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (JudgesErrors)
            Errors.ThrowIfAny();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(Storage))
            Directory.Delete(Storage, recursive: true);
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseDefaultServiceProvider(provider => provider.ValidateScopes = true);
        return base.CreateHost(builder);
    }

    private sealed class AlwaysInstalled : IInstallationStatus
    {
        public ValueTask<bool> IsInstalled(CancellationToken ct) => new(true);
    }
}
