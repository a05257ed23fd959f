using MediatR;
using VpsPanel.Application.Billing.Wallets.Commands;
using VpsPanel.Application.Engagement.Announcements;
using VpsPanel.Application.Engagement.Announcements.Commands;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanOrders.Commands;
using VpsPanel.Application.Sales.Plans;
using VpsPanel.Application.Sales.Plans.Commands;
using VpsPanel.Application.Sales.Subscriptions.Commands;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Announcements;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.WebApi.Commands;

/// <summary>Plans, news, a subscription, and a customer who recharged and bought. Does nothing when the first plan exists.</summary>
internal static class SeedPanel
{
    private const long Gibibyte = 1L << 30;
    private const string Customer = "user@example.com";

    private static readonly PlanFields Standard = new(
        "标准套餐", "standard", "适合日常使用", ["热门", "入门"], ["200 GB 月流量", "3 台设备", "标准线路"],
        2999, "CNY", 30, 200 * Gibibyte, 3, 10, "active", true);

    private static readonly PlanFields Premium = new(
        "高级套餐", "premium", "适合高清视频与多设备", ["推荐", "高速"], ["1 TB 月流量", "10 台设备", "优质线路", "优先支持"],
        9999, "CNY", 30, 1024 * Gibibyte, 10, 20, "active", true);

    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<IPlans>().FindBySlug(Standard.Slug!, ct) is not null)
            return;

        var plan = await Send(services, Actor.System, new CreatePlan(Standard), ct);
        await Send(services, Actor.System, new CreatePlan(Premium), ct);
        await Announce(services, new AnnouncementFields("全新套餐上线", "欢迎体验全新的网络加速套餐。", "product", "all", true, 90), TimeSpan.FromDays(7), ct);
        await Announce(services, new AnnouncementFields("例行维护通知", "本周日凌晨进行例行维护。", "maintenance", "user", false, 60), null, ct);
        SeedDemo.Demand(
            await services.GetRequiredService<IMediator>().Send(new SeedSubscription(Customer, "VIP-Plus", "demo-token-123"), ct));
        await Buy(services, new PlanId(plan.Id), ct);
    }

    private static async Task Announce(IServiceProvider services, AnnouncementFields fields, TimeSpan? lasts, CancellationToken ct)
    {
        var news = await Send(services, Actor.System, new CreateAnnouncement(fields), ct);
        var until = services.GetRequiredService<TimeProvider>().GetUtcNow() + lasts;
        await Send(services, Actor.System, new PublishAnnouncement(new AnnouncementId(news.Id), until, ""), ct);
    }

    /// <summary>As the customer themselves would.</summary>
    private static async Task Buy(IServiceProvider services, PlanId plan, CancellationToken ct)
    {
        if (await services.GetRequiredService<IUsers>().FindByLogin(Customer, ct) is not { } user)
            return;

        var customer = new Actor(ActorKind.User, user.Id, user.Username);
        var recharge = await Send(services, customer, new RequestRecharge(new Yuan(12_500), "CNY", "demo recharge", null, null), ct);
        await Send(services, Actor.System, new ApproveWalletOrder(new WalletOrderId(recharge.Id)), ct);
        await Send(services, customer, new PlacePlanOrder(plan, 1, "balance", "", "", null), ct);
    }

    private static async Task<T> Send<T>(IServiceProvider services, Actor actor, IRequest<Result<T>> message, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().Set(actor, "seed-demo", null);
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, ct)).Value;
    }
}
