using System.Reflection;
using AutoMapper;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Application.Catalog;
using VpsPanel.Application.Catalog.Sync;
using VpsPanel.Application.Cms;
using VpsPanel.Application.Delivery;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Hosts.Tasks;
using VpsPanel.Application.Mail;
using VpsPanel.Application.Notifications;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Payments;
using VpsPanel.Application.Pipeline;
using VpsPanel.Application.PlanOrders;
using VpsPanel.Application.Provisioning;
using VpsPanel.Application.Provisioning.Work;
using VpsPanel.Application.RealNames;
using VpsPanel.Application.ScheduledTasks;
using VpsPanel.Application.Settings;
using VpsPanel.Application.Site;
using VpsPanel.Application.Subscriptions;
using VpsPanel.Application.SubscriptionTemplates;
using VpsPanel.Application.ThirdParty;
using VpsPanel.Application.Wallets;
using VpsPanel.Application.Webhooks;
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
        services.AddCatalogueSync();
        services.AddProvisioning();
        services.AddSubscriptions();
        services.AddWebhooks();
        services.AddDelivery();
        services.AddSingleton<SettingRegistry>();
        services.AddScoped<SettingChanges>();
        services.AddScoped<SettingEditor>();
        services.AddScoped<CmsShelves>();
        services.AddScoped<UserLanguages>();
        services.AddScoped<MailComposer>();
        services.AddScoped<ThirdPartyGate>();
        services.AddScoped<ScheduledTaskViews>();
        services.AddSingleton<IScheduleZone, ScheduleZone>();

        services.AddSingleton<IConfigurationProvider>(AllMaps.Configure());
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
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LostRaceBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditBehaviour<,>));
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<SessionDesk>();
        services.AddScoped<AdminRights>();
        services.AddScoped<AdminDirectory>();
        services.AddScoped<SeedGroups>();
        services.AddScoped<StandardData>();
        services.AddScoped<IRealNameGate, RealNameGate>();
    }

    private static void AddShop(this IServiceCollection services)
    {
        services.AddScoped<Catalogue>();
        services.AddScoped<Reservations>();
        services.AddScoped<OrderDesk>();
        services.AddScoped<OrderPlacing>();
        services.AddScoped<CartCheckout>();
        services.AddScoped<Currencies>();
        services.AddScoped<PaymentProviders>();
        services.AddScoped<NoticeBook>();
        services.AddScoped<PaymentSettlement>();
        services.AddScoped<GatewayCalls>();
        services.AddScoped<OrderLimits>();
        services.AddScoped<OrderRepricing>();
    }

    private static void AddProvisioning(this IServiceCollection services)
    {
        services.AddSingleton<SystemSender>();
        services.AddScoped<CommandSender>();
        services.AddScoped<VpsStock>();
        services.AddSingleton<AccessVault>();
        services.AddSingleton<HostObserver>();
        services.AddSingleton<HostRemover>();
        services.AddSingleton<ChangeOutcome>();
        services.AddSingleton<IHostTask, HostBuilder>();
        services.AddSingleton<IHostTask, HostExtender>();
        services.AddSingleton<IHostTask, HostResizer>();
        services.AddSingleton<IHostTask, HostReturner>();
        services.AddSingleton<IProvisioner, Provisioner>();
        services.AddScoped<HostQueue>();
        services.AddScoped<Workbench>();
        services.AddScoped<Payback>();
        services.AddScoped<VpsPresenter>();
        services.AddScoped<HostDoor>();
        services.AddScoped<HostLock>();
        services.AddScoped<VpsRound>();
        services.AddScoped<VpsParts>();
        services.AddScoped<VpsOffers>();
        services.AddScoped<RefundCalculator>();
        services.AddScoped<DeletionRefund>();
        services.AddScoped<HostChangeDesk>();
        services.AddScoped<RenewalOffers>();
        services.AddScoped<ResizeQuotes>();
    }

    private static void AddCatalogueSync(this IServiceCollection services)
    {
        services.AddScoped<SyncRounds>();
        services.AddScoped<UpstreamReader>();
        services.AddScoped<CatalogueWriter>();
        services.AddScoped<RegionWriter>();
        services.AddScoped<LineWriter>();
        services.AddScoped<ProductWriter>();
        services.AddScoped<ImageWriter>();
    }

    private static void AddWebhooks(this IServiceCollection services)
    {
        services.AddScoped<HookBook>();
        services.AddSingleton<IWebhookCourier, WebhookCourier>();
    }

    private static void AddDelivery(this IServiceCollection services)
    {
        services.AddScoped<DefaultTemplates>();
        services.AddSingleton<ITemplateChoices, TemplateChoices>();
        services.AddSingleton<ProfileCheck>();
        services.AddSingleton<ProfileBodies>();
        services.AddRemembered<PublishedTemplates>();
        services.AddRemembered<NodeSets>();
    }

    private static void AddRemembered<T>(this IServiceCollection services)
        where T : class, ICommitListener
    {
        services.AddSingleton<T>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<T>());
    }

    private static void AddSubscriptions(this IServiceCollection services) =>
        services.AddScoped<SubscriptionSecrets>().AddScoped<PlanDesk>();

    /// <summary>Registers handlers, validators, reactions, scheduled tasks and standard data of an assembly.</summary>
    public static IServiceCollection AddSlices(this IServiceCollection services, Assembly assembly)
    {
        services.AddSingleton(new SliceAssembly(assembly));
        foreach (var type in assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(IsHandlerShape))
                services.AddScoped(contract, type);

            if (type.IsAssignableTo(typeof(IScheduledTask)))
                services.AddScoped(typeof(IScheduledTask), type);

            if (type.IsAssignableTo(typeof(IStandardData)))
                services.AddScoped(typeof(IStandardData), type);
        }

        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(assembly, includeInternalTypes: true))
            services.AddSingleton(found.InterfaceType, found.ValidatorType);

        return services;
    }

    private static bool IsHandlerShape(Type contract) =>
        contract.IsGenericType && HandlerShapes.Contains(contract.GetGenericTypeDefinition());
}
