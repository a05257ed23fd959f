using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VpsPanel.WebApi.Endpoints.Public;

namespace VpsPanel.Testing;

/// <summary>The whole service in this process on one database. Two of them on the same database are two nodes.</summary>
public sealed class PanelHost(string connectionString, TestClock? clock = null, IReadOnlyDictionary<string, string>? settings = null)
    : WebApplicationFactory<Pong>
{
    public TestClock Clock { get; } = clock ?? new TestClock();

    /// <summary>Where this node keeps uploaded files; gone with it.</summary>
    public string Storage { get; } = Directory.CreateTempSubdirectory("vpspanel-uploads-").FullName;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.UseEnvironment("Testing");
        builder.UseSetting("Database:ConnectionString", connectionString);
        builder.UseSetting("Auth:SigningKey", "a signing key for tests, long enough to pass");
        builder.UseSetting("Secrets:Key", "a key for stored secrets in tests, long enough");
        builder.UseSetting("Storage:Path", Storage);
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            builder.UseSetting(key, value);

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
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
}
