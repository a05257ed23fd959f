using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions.Commands;

/// <summary>Begins the subscription's periods that have come; does nothing when another node was first.</summary>
/// <param name="PeriodDays">Of traffic that does not come back.</param>
public sealed record RollOverTrafficPeriods(SubscriptionId Id, int PeriodDays) : ICommand<TrafficPeriodsRolledOver>, IAudited
{
    public AuditRecord Audit(object? answer) => new("subscription.turn_period", "subscription", Id.Value.ToString(), answer);
}

/// <param name="UsedBytes">What counts on in the new period.</param>
public sealed record TrafficPeriodsRolledOver(DateTimeOffset PeriodStartedAt, long TotalBytes, long UsedBytes);

internal sealed class RollOverTrafficPeriodsHandler(
    ISubscriptions subscriptions, ISettings settings, TimeProvider clock)
    : ICommandHandler<RollOverTrafficPeriods, TrafficPeriodsRolledOver>
{
    public async Task<Result<TrafficPeriodsRolledOver>> Handle(RollOverTrafficPeriods command, CancellationToken ct)
    {
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription)
            return SubscriptionErrors.NotFound;

        var now = clock.GetUtcNow();
        return subscription.BeginQuotaPeriod(await settings.Calendar(ct), now)
            || subscription.RollOverTrafficPeriods(TimeSpan.FromDays(command.PeriodDays), now)
            ? new TrafficPeriodsRolledOver(subscription.PeriodStartedAt, subscription.TrafficTotalBytes, subscription.TrafficUsedBytes)
            : SubscriptionErrors.NothingToTurn;
    }
}
