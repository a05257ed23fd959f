using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions.Commands;

/// <summary>Ends a subscription whose time is over; leaves alone one that was renewed meanwhile.</summary>
public sealed record ExpireSubscription(SubscriptionId Id) : ICommand;

internal sealed class ExpireSubscriptionHandler(ISubscriptions subscriptions, TimeProvider clock) : ICommandHandler<ExpireSubscription>
{
    public async Task<Result> Handle(ExpireSubscription command, CancellationToken ct)
    {
        if (await subscriptions.FindForUpdate(command.Id, ct) is not { } subscription)
            return SubscriptionErrors.NotFound;

        subscription.Expire(clock.GetUtcNow());
        return Result.Success;
    }
}
