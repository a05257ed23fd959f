using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Application.Engagement.Uploads;
using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Identity.Captchas;
using VpsPanel.Application.Identity.Installation;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Identity.ThirdParty;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Logs;
using VpsPanel.Application.Platform.Outbox;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.ServerStatus.Queries;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Infrastructure.Checks;
using VpsPanel.Infrastructure.Health;
using VpsPanel.Infrastructure.Html;
using VpsPanel.Infrastructure.Identity;
using VpsPanel.Infrastructure.Logs;
using VpsPanel.Infrastructure.Persistence;
using VpsPanel.Infrastructure.Persistence.Dialects;
using VpsPanel.Infrastructure.Persistence.Outbox;
using VpsPanel.Infrastructure.Proxies;
using VpsPanel.Infrastructure.Security;
using VpsPanel.Infrastructure.Settings;
using VpsPanel.Infrastructure.Signals;
using VpsPanel.Infrastructure.Storage;

namespace VpsPanel.Infrastructure;

public static partial class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddPersistence(configuration);
        services.AddOutbox();
        services.AddSecurity(configuration);
        services.AddSettings();
        services.AddJobs(configuration);
        services.AddLogs();
        services.AddInstallation();
        services.AddCallLimits();
        services.AddAutomation(configuration);
        services.AddChecks();
        services.AddPayments(configuration);
        services.AddOrderSignal(configuration);
        services.AddMail(configuration);
        services.AddHtml();
        services.AddStorage(configuration);
        services.AddKernels(configuration);
        services.AddWebhooks(configuration);
        services.AddSubscriptions();
        return services;
    }

    private static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"))
            .Validate(options => options.Provider is "Postgres" or "SqlServer", "Database:Provider is Postgres or SqlServer.");
        services.AddSingleton<IDialect>(provider =>
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Provider == "SqlServer"
                ? new SqlServerDialect()
                : new PostgresDialect());
        services.AddSingleton<DbDataSource>(provider => provider.GetRequiredService<IDialect>()
            .CreateDataSource(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString));
        services.AddDbContextPool<PanelDb>((provider, options) =>
        {
            provider.GetRequiredService<IDialect>().Use(
                options, provider.GetRequiredService<DbDataSource>(),
                provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.MaxBatchSize);
            options.ConfigureWarnings(LeaveFailuresToTheirCatchers);
        });

        services.AddScoped<EfUnitOfWork>();
        services.AddScoped<IUnitOfWork>(provider => provider.GetRequiredService<EfUnitOfWork>());
        services.AddScoped<IIdempotencyStore, IdempotencyStore>();
        services.AddSingleton<CachedTotals>();
        RuntimeHelpers.RunClassConstructor(typeof(ReadDb).TypeHandle);
        services.AddSingleton<IReadDb, ReadDb>();
        services.AddRepositories();
        return services;
    }

    /// <summary>
    /// EF logs a failed statement as an error with its stack before anybody could know that it was a lost race, which is none. What
    /// catches the exception logs what is a failure: the error handler, the jobs, the outbox.
    /// </summary>
    private static void LeaveFailuresToTheirCatchers(WarningsConfigurationBuilder events) => events.Log(
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug));

    /// <summary>Every class beside <c>Repository</c> serves the ports of Application that it implements.</summary>
    private static void AddRepositories(this IServiceCollection services)
    {
        var repositories = typeof(DependencyInjection).Assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && type.Namespace == typeof(VpsPanel.Infrastructure.Persistence.Repositories.Repository<,>).Namespace);
        foreach (var type in repositories)
        {
            foreach (var port in type.GetInterfaces().Where(port => port.Assembly == typeof(IReadDb).Assembly && !port.IsGenericType))
                services.AddScoped(port, type);
        }
    }

    private static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton<ReactionCatalog>();
        services.AddScoped<IEventRecorder, OutboxRecorder>();
        services.AddScoped<IEventRecorder, OrderEventRecorder>();
        services.AddScoped<IOutbox, OutboxAdmin>();
        services.AddScoped<OutboxTable>();
        services.AddSingleton<OutboxDelivery>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddAlso<ICommitListener, OutboxDispatcher>();
        services.AddAlso<IRemoteWork, OutboxDispatcher>();
        services.AddAlso<IHostedService, OutboxDispatcher>();
        return services;
    }

    private static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuthOptions>().Bind(configuration.GetSection("Auth"))
            .Validate(options => Encoding.UTF8.GetByteCount(options.SigningKey) >= 32, "Auth:SigningKey needs at least 32 bytes.")
            .ValidateOnStart();
        services.AddOptions<SecretOptions>().Bind(configuration.GetSection("Secrets"))
            .Validate(options => Encoding.UTF8.GetByteCount(options.Key) >= 32, "Secrets:Key needs at least 32 bytes.")
            .ValidateOnStart();
        services.AddOptions<CaptchaOptions>().Bind(configuration.GetSection("Captcha"))
            .Validate<IHostEnvironment>(
                (options, environment) => options.FixedCode.Length == 0 || CaptchaOptions.MayBeFixed(environment),
                "Captcha:FixedCode is for the demo only.")
            .ValidateOnStart();
        services.AddSingleton<IPasswordHasher, PasswordHasher>();
        services.AddSingleton<IAccessTokens, AccessTokens>();
        services.AddSingleton<IAccessDirectory, AccessDirectory>();
        services.AddSingleton<ISecretProtector, SecretProtector>();
        services.AddSingleton<IRefreshTokens, RefreshTokens>();
        services.AddSingleton<IKeyDirectory, KeyDirectory>();
        services.AddSingleton<IAttemptLog, AttemptLog>();
        services.AddSingleton<ICaptchaCodes, CaptchaCodes>();
        services.AddSingleton<ICaptchaImages, CaptchaImages>();
        services.AddSingleton<ICommitListener, AccessEviction>();
        services.AddSingleton<INonceStore, NonceStore>();
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

    private static IServiceCollection AddInstallation(this IServiceCollection services)
    {
        services.AddSingleton<IInstallationStatus, InstallationStatus>();
        services.AddSingleton<IDatabaseProbe, DatabaseProbe>();
        services.AddHostedService<SetupAnnouncer>();
        return services;
    }

    private static IServiceCollection AddSubscriptions(this IServiceCollection services) => services.AddHostedService<TemplateSeeder>();

    private static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.AddSingleton<SettingsReader>();
        services.AddAlso<ISettings, SettingsReader>();
        services.AddAlso<ISettingsCache, SettingsReader>();
        services.AddAlso<ICommitListener, SettingsReader>();
        return services;
    }

    private static IServiceCollection AddLogs(this IServiceCollection services)
    {
        services.AddSingleton<AutomationLog>();
        services.AddSingleton<IAutomationLog>(provider => provider.GetRequiredService<AutomationLog>());
        services.AddSingleton<ISyncLog>(provider => provider.GetRequiredService<AutomationLog>());
        services.AddScoped<ILogRetention, LogRetention>();
        services.AddSingleton<IServerProbe, ServerProbe>();
        services.AddSingleton<Readiness>();
        return services;
    }

    private static IServiceCollection AddChecks(this IServiceCollection services)
    {
        foreach (var check in typeof(IInvariant).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IInvariant))))
            services.AddSingleton(typeof(IInvariant), check);

        services.AddScoped<IScheduledTask, InvariantCheck>();
        return services;
    }

    /// <summary>The one instance of <typeparamref name="T"/> under another name.</summary>
    private static IServiceCollection AddAlso<TPort, T>(this IServiceCollection services)
        where TPort : class
        where T : class, TPort => services.AddSingleton<TPort>(provider => provider.GetRequiredService<T>());
}
