using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Telemetry;
using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Billing.Payments.Plugins;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Configuration;
using VpsPanel.Infrastructure.Gateways;
using VpsPanel.Infrastructure.Gateways.Automation;
using VpsPanel.Infrastructure.Gateways.Kernels;
using VpsPanel.Infrastructure.Gateways.Mail;
using VpsPanel.Infrastructure.Gateways.Payments;
using VpsPanel.Infrastructure.Gateways.Payments.Plugins;
using VpsPanel.Infrastructure.Gateways.Webhooks;
using VpsPanel.Infrastructure.Jobs.Lanes;
using VpsPanel.Infrastructure.Security;
using VpsPanel.Infrastructure.Signals;

namespace VpsPanel.Infrastructure;

/// <summary>What talks to systems outside.</summary>
public static partial class DependencyInjection
{
    private static readonly IPNetwork[] Everywhere = [IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")];

    /// <summary>Counted by the meter Polly; its log lines would only repeat what the callers log, and hold what was answered.</summary>
    private static IServiceCollection AddCallLimits(this IServiceCollection services)
    {
        services.AddResiliencePipelineRegistry<CallLimit>(registry => registry.BuilderNameFormatter = limit => limit.To).AddResilienceEnricher();
        services.PostConfigure<TelemetryOptions>(telemetry => telemetry.LoggerFactory = NullLoggerFactory.Instance);
        return services.AddSingleton<CallLimits>();
    }

    private static IServiceCollection AddAutomation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AutomationOptions>().Bind(configuration.GetSection("Automation"))
            .Validate(options => Links.IsService(options.BaseUrl), "Automation:BaseUrl must be an http or https address without login, query and fragment.")
            .ValidateOnStart();

        // Its own log lines would hold whole addresses, and create_host carries passwords there.
        services.AddHttpClient(AutomationChannel.ClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = AutomationChannel.MaxReplyBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        services.AddSingleton<AutomationTrace>();
        services.AddSingleton<AutomationChannel>();
        services.AddSingleton<AutomationClient>();
        services.AddSingleton<IAutomation>(provider => provider.GetRequiredService<AutomationClient>());
        services.AddSingleton<IUpstreamCatalog>(provider => provider.GetRequiredService<AutomationClient>());
        services.AddSingleton<IInstallation, Installation>();
        return services;
    }

    private static IServiceCollection AddKernels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KernelOptions>().Bind(configuration.GetSection("Panel:Kernel"))
            .Validate(
                options => options.IsValid,
                "Panel:Kernel needs a BaseUrl without login, query and fragment (http or https), a Token of visible ASCII and a Timeout of at most a minute.")
            .ValidateOnStart();
        services.AddHttpClient(KernelClient.ClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = KernelOptions.MaxReplyBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(provider =>
                new TargetFilter(provider.GetRequiredService<IOptions<KernelOptions>>().Value.AllowPrivateAddresses ? Everywhere : [])
                    .Handler());
        services.AddSingleton<IKernels, KernelClient>();
        return services;
    }

    private static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new TargetFilter(NetworkList.Read(configuration, "Webhooks:AllowedNetworks").Networks));

        // Its own log lines would hold whole addresses, in which chat services carry their token.
        services.AddHttpClient(HttpWebhookSender.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<TargetFilter>().Handler())
            .RemoveAllLoggers();
        services.AddSingleton<IWebhookSender, HttpWebhookSender>();
        services.AddSingleton<WebhookWorkers>();
        services.AddAlso<ICommitListener, WebhookWorkers>();
        services.AddAlso<IRemoteWork, WebhookWorkers>();
        services.AddAlso<IHostedService, WebhookWorkers>();
        return services;
    }

    private static IServiceCollection AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient(GatewayProbe.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<TargetFilter>().Handler())
            .RemoveAllLoggers();
        services.AddSingleton<GatewayProbe>();
        services.AddSingleton<IPaymentGateway, YiPayGateway>();
        services.AddOptions<PluginOptions>().Bind(configuration.GetSection("Plugins"));
        services.AddSingleton<PluginFolder>();
        services.AddAlso<IPluginFolder, PluginFolder>();
        services.AddSingleton<IPluginRunner, PluginRunner>();
        services.AddSingleton<IPaymentPlugins, PaymentPlugins>();
        return services;
    }

    private static IServiceCollection AddOrderSignal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OrderSubscriptions>();
        services.AddAlso<ICommitListener, OrderSubscriptions>();
        if (configuration["Database:Provider"] == "SqlServer")
            return services.AddSingleton<IOrderSignal, PollingOrderSignal>().AddSingleton<INodeSignals, NoNodeSignals>();

        services.AddSingleton<PostgresOrderSignal>();
        services.AddAlso<INodeSignals, PostgresOrderSignal>();
        services.AddAlso<IOrderSignal, PostgresOrderSignal>();
        services.AddAlso<ICommitListener, PostgresOrderSignal>();
        services.AddAlso<IHostedService, PostgresOrderSignal>();
        return services;
    }

    private static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MailTrust.Read(configuration));
        services.AddSingleton<SmtpConnections>();
        return services.AddSingleton<IMailer, SmtpMailer>();
    }
}
