using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Application.Cms;
using VpsPanel.Application.Settings;
using VpsPanel.Application.Uploads;
using VpsPanel.Infrastructure.Html;
using VpsPanel.Infrastructure.Persistence;
using VpsPanel.Infrastructure.Persistence.Dialects;
using VpsPanel.Infrastructure.Persistence.Outbox;
using VpsPanel.Infrastructure.Security;
using VpsPanel.Infrastructure.Settings;
using VpsPanel.Infrastructure.Storage;

namespace VpsPanel.Infrastructure;

public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        return services.AddPersistence(configuration).AddOutbox().AddSecurity(configuration).AddSettings().AddHtml().AddStorage(configuration);
    }

    private static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"))
            .Validate(options => options.Provider is "Postgres" or "SqlServer", "Database:Provider is Postgres or SqlServer.");
        services.AddSingleton<IDialect>(provider =>
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == "SqlServer" ? new SqlServerDialect() : new PostgresDialect());
        services.AddSingleton<DbDataSource>(provider => provider.GetRequiredService<IDialect>()
            .CreateDataSource(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString));
        services.AddDbContextPool<PanelDb>((provider, options) => provider.GetRequiredService<IDialect>().Use(
            options, provider.GetRequiredService<DbDataSource>(), provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.MaxBatchSize));

        services.AddScoped<EfUnitOfWork>();
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<EfUnitOfWork>());
        services.AddScoped<IIdempotencyStore, IdempotencyStore>();
        services.AddSingleton<IReadDb, ReadDb>();
        services.AddRepositories();
        return services;
    }

    /// <summary>Every class beside <c>Repository</c> serves the ports of Application that it implements.</summary>
    private static void AddRepositories(this IServiceCollection services)
    {
        var repositories = typeof(DependencyInjection).Assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && type.Namespace == typeof(Persistence.Repositories.Repository<,>).Namespace);
        foreach (var type in repositories)
        {
            foreach (var port in type.GetInterfaces().Where(port => port.Assembly == typeof(IReadDb).Assembly && !port.IsGenericType))
                services.AddScoped(port, type);
        }
    }

    private static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton(new ReactionCatalog(typeof(IReadDb).Assembly));
        services.AddScoped<IEventRecorder, OutboxRecorder>();
        services.AddScoped<IEventRecorder, OrderEventRecorder>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<OutboxDispatcher>());
        return services;
    }

    private static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuthOptions>().Bind(configuration.GetSection("Auth"))
            .Validate(options => Encoding.UTF8.GetByteCount(options.SigningKey) >= 32, "Auth:SigningKey needs at least 32 bytes.");
        services.AddOptions<SecretOptions>().Bind(configuration.GetSection("Secrets"))
            .Validate(options => Encoding.UTF8.GetByteCount(options.Key) >= 32, "Secrets:Key needs at least 32 bytes.");
        services.AddSingleton<IPasswords, Passwords>();
        services.AddSingleton<IAccessTokens, AccessTokens>();
        services.AddSingleton<IAccessDirectory, AccessDirectory>();
        services.AddSingleton<ISecretBox, SecretBox>();
        return services;
    }

    private static IServiceCollection AddHtml(this IServiceCollection services) =>
        services.AddSingleton<IHtmlSanitizer, HtmlSanitizer>();

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage"))
            .Validate(options => options.IsUsable(), "Storage:Path is an absolute directory outside the service's own files.")
            .ValidateOnStart();
        return services.AddSingleton<IUploadStore, UploadStore>();
    }

    private static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddSingleton<SettingsReader>();
        services.AddSingleton<ISettings>(provider => provider.GetRequiredService<SettingsReader>());
        services.AddSingleton<ISettingsCache>(provider => provider.GetRequiredService<SettingsReader>());
        return services;
    }
}
