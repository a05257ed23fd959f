using System.Reflection;
using AutoMapper;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Billing.Settlements;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Identity.Installation;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Identity.ThirdParty;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Proxies.Profiles;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Application.Sales.PlanOrders;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Create;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Refund;
using VpsPanel.Application.Servers.Renew;
using VpsPanel.Application.Servers.Resize;
using VpsPanel.Application.Servers.Suspend;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application;

/// <summary>Registers every slice of this assembly: handlers, validators, reactions, maps.</summary>
public static class DependencyInjection
{
    private static readonly Type[] HandlerShapes = [typeof(IRequestHandler<,>), typeof(IReaction<>)];

    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        ValidatorOptions.Global.PropertyNameResolver = (_, member, _) => member is null ? null : WireNames.SnakeCase(member.Name);
        ValidatorOptions.Global.DisplayNameResolver = ValidatorOptions.Global.PropertyNameResolver;

        services.AddScoped<RequestContext>();
        services.AddScoped<ICurrentActor>(provider => provider.GetRequiredService<RequestContext>());
        services.AddPipeline();
        services.AddSlices(typeof(DependencyInjection).Assembly);
        services.AddAccounts();
        services.AddShop();
        services.AddCatalogSync();
        services.AddProvisioning();
        services.AddSubscriptions();
        services.AddWebhooks();
        services.AddDelivery();
        services.AddSingleton<SettingRegistry>();
        services.AddScoped<SettingChanges>();
        services.AddScoped<SettingEditor>();
        services.AddSingleton<ISettingRule, SmtpEncryptionRule>();
        services.AddScoped<DefaultCmsCategories>();
        services.AddScoped<DefaultCmsBlocks>();
        services.AddScoped<UserLanguages>();
        services.AddScoped<MailComposer>();
        services.AddScoped<SignedRequestVerifier>();
        services.AddScoped<ScheduledTaskViews>();
        services.AddSingleton<IScheduleZone, ScheduleZone>();

        services.AddSingleton<IConfigurationProvider>(AllMappings.Configure());
        services.AddSingleton<IMapper>(provider => new Mapper(provider.GetRequiredService<IConfigurationProvider>()));
        return services;
    }

    private static void AddPipeline(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();

        // The order here is the order in which a message travels; constraints decide which messages meet which behaviour.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ConcurrencyRetryBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditBehaviour<,>));
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<SessionIssuer>();
        services.AddScoped<ISessionEnding>(provider => provider.GetRequiredService<SessionIssuer>());
        services.AddScoped<CredentialChanges>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<FreshSession>();
        services.AddScoped<IFreshSession>(provider => provider.GetRequiredService<FreshSession>());
        services.AddSingleton<KnownDevices>();
        services.AddScoped<AdminRights>();
        services.AddScoped<IGrantLimit>(provider => provider.GetRequiredService<AdminRights>());
        services.AddScoped<KeyRights>();
        services.AddScoped<AdminDirectory>();
        services.AddScoped<DefaultPermissionGroups>();
        services.AddScoped<ReferenceData>();
        services.AddScoped<IRealNamePolicy, RealNamePolicy>();
    }

    private static void AddShop(this IServiceCollection services)
    {
        services.AddScoped<UnlimitedStock>();
        services.AddScoped<CatalogPricing>();
        services.AddScoped<Reservations>();
        services.AddScoped<OrderReview>();
        services.AddScoped<OrderPlacing>();
        services.AddScoped<CartCheckout>();
        services.AddScoped<Currencies>();
        services.AddScoped<PaymentProviders>();
        services.AddScoped<ISettingRule, ProvidersCanWork>();
        services.AddScoped<PaymentNotificationLog>();
        services.AddScoped<Settlement>();
        services.AddScoped<SuspenseAccount>();
        services.AddScoped<ReturnAddresses>();
        services.AddScoped<GatewayCalls>();
        services.AddScoped<OrderLimits>();
        services.AddScoped<OrderRepricing>();
    }

    private static void AddProvisioning(this IServiceCollection services)
    {
        services.AddSingleton<BackgroundCommandSender>();
        services.AddScoped<CommandSender>();
        services.AddScoped<VpsStock>();
        services.AddSingleton<VpsCredentialProtector>();
        services.AddScoped<MachineIdentity>();
        services.AddSingleton<MachineList>();
        services.AddScoped<VpsObserver>();
        services.AddScoped<VpsRemover>();
        services.AddScoped<ChangeOutcome>();
        services.AddScoped<IProvisionJobHandler, CreateVpsJobHandler>();
        services.AddScoped<IProvisionJobHandler, RenewVpsJobHandler>();
        services.AddScoped<IProvisionJobHandler, ResizeVpsJobHandler>();
        services.AddScoped<IProvisionJobHandler, RefundVpsJobHandler>();
        services.AddScoped<IProvisioner, Provisioner>();
        services.AddScoped<ProvisionQueue>();
        services.AddScoped<ClaimedJobs>();
        services.AddScoped<ChangeContextLoader>();
        services.AddScoped<RefundPayment>();
        services.AddScoped<VpsPresenter>();
        services.AddScoped<VpsAccessGuard>();
        services.AddScoped<VpsLocking>();
        services.AddScoped<VpsBatch>();
        services.AddScoped<VpsCatalogReferences>();
        services.AddScoped<VpsOffers>();
        services.AddScoped<RefundCalculator>();
        services.AddScoped<DeletionRefund>();
        services.AddScoped<VpsChangeOrders>();
        services.AddScoped<RenewalOffers>();
        services.AddScoped<ResizeQuotes>();
        services.AddScoped<IVpsChangePricing, VpsChangePricing>();
        services.AddScoped<IDeliveredVps, DeliveredVpsRows>();
    }

    private static void AddCatalogSync(this IServiceCollection services)
    {
        services.AddScoped<CatalogSyncRunner>();
        services.AddScoped<UpstreamReader>();
        services.AddScoped<CatalogWriter>();
        services.AddScoped<RegionWriter>();
        services.AddScoped<LineWriter>();
        services.AddScoped<ProductWriter>();
        services.AddScoped<ImageWriter>();
    }

    private static void AddWebhooks(this IServiceCollection services)
    {
        services.AddScoped<WebhookEndpoints>();
        services.AddSingleton<IWebhookDispatcher, WebhookDispatcher>();
    }

    private static void AddDelivery(this IServiceCollection services)
    {
        services.AddScoped<DefaultTemplates>();
        services.AddSingleton<ITemplateChoices, TemplateChoices>();
        services.AddSingleton<ITemplateCheck, ProfileCheck>();
        services.AddSingleton<ProfileBodies>();
        services.AddCached<PublishedTemplates>();
        services.AddCached<NodeSets>();
    }

    private static void AddCached<T>(this IServiceCollection services)
        where T : class, ICommitListener
    {
        services.AddSingleton<T>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<T>());
    }

    private static void AddSubscriptions(this IServiceCollection services) =>
        services.AddScoped<SubscriptionSecrets>().AddScoped<PlanOrderFulfillment>();

    /// <summary>Registers handlers, validators, reactions, scheduled tasks and reference data of an assembly.</summary>
    public static IServiceCollection AddSlices(this IServiceCollection services, Assembly assembly)
    {
        services.AddSingleton(new SliceAssembly(assembly));
        foreach (var type in assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(IsHandlerShape))
                services.AddScoped(contract, type);

            if (type.IsAssignableTo(typeof(IScheduledTask)))
                services.AddScoped(typeof(IScheduledTask), type);

            if (type.IsAssignableTo(typeof(IDataSeeder)))
                services.AddScoped(typeof(IDataSeeder), type);
        }

        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(assembly, includeInternalTypes: true))
            services.AddSingleton(found.InterfaceType, found.ValidatorType);

        return services;
    }

    private static bool IsHandlerShape(Type contract) =>
        contract.IsGenericType && HandlerShapes.Contains(contract.GetGenericTypeDefinition());
}
