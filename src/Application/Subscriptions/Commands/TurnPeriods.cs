using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Subscriptions;

namespace VpsPanel.Application.Subscriptions.Commands;

/// <summary>Begins the subscription's periods that have come; does nothing when another node was first.</summary>
public sealed record TurnPeriods(SubscriptionId Id, int PeriodDays) : ICommand<PeriodsTurned>, IAudited
{
    public AuditRecord Audit(object? answer) => new("subscription.turn_period", "subscription", Id.Value.ToString(), answer);
}

/// <param name="UsedBytes">What counts on in the new period.</param>
public sealed record PeriodsTurned(DateTimeOffset PeriodStartedAt, long TotalBytes, long UsedBytes);

internal sealed class TurnPeriodsHandler(ISubscriptions subscriptions, TimeProvider clock) : ICommandHandler<TurnPeriods, PeriodsTurned>
{
    public async Task<Result<PeriodsTurned>> Handle(TurnPeriods command, CancellationToken ct)
    {
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription)
            return SubscriptionErrors.NotFound;

        return subscription.TurnPeriods(TimeSpan.FromDays(command.PeriodDays), clock.GetUtcNow())
            ? new PeriodsTurned(subscription.PeriodStartedAt, subscription.TrafficTotalBytes, subscription.TrafficUsedBytes)
            : SubscriptionErrors.NothingToTurn;
    }
}
