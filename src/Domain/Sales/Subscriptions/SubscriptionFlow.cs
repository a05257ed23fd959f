using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Sales.Subscriptions.SubscriptionMove;
using static VpsPanel.Domain.Sales.Subscriptions.SubscriptionStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Sales.Subscriptions.SubscriptionStatus, VpsPanel.Domain.Sales.Subscriptions.SubscriptionMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Sales.Subscriptions;

/// <summary>An admin who enables a subscription whose time is over finds it expired; only more time makes it active again.</summary>
public static class SubscriptionFlow
{
    public static Flow<SubscriptionStatus, SubscriptionMove, ActorKind> Table { get; } = new(
        "subscription",
        new Step(Active, Disable, Disabled, Admin),
        new Step(Expired, Disable, Disabled, Admin),
        new Step(Disabled, Enable, Active, Admin),
        new Step(Expired, Enable, Active, Admin),
        new Step(Active, Expire, Expired, ActorKind.System, Admin),
        new Step(Disabled, Expire, Expired, Admin),
        new Step(Expired, Renew, Active, ActorKind.System));
}
