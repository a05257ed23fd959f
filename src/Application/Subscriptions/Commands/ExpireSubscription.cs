using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Subscriptions;

namespace VpsPanel.Application.Subscriptions.Commands;

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
