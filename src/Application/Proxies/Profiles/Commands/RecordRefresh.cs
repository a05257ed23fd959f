using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Subscriptions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles.Commands;

/// <summary>A client fetched the subscription; noted at most once in ten minutes, since clients come in crowds.</summary>
public sealed record RecordRefresh(SubscriptionId Id) : ICommand
{
    public static readonly TimeSpan Gap = TimeSpan.FromMinutes(10);

    public static bool IsDue(DateTimeOffset? last, DateTimeOffset now) => last is null || last + Gap <= now;
}

internal sealed class RecordRefreshHandler(ISubscriptions subscriptions, TimeProvider clock) : ICommandHandler<RecordRefresh>
{
    public async Task<Result> Handle(RecordRefresh command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await subscriptions.FindForUpdate(command.Id, ct) is { } subscription && RecordRefresh.IsDue(subscription.LastRefreshedAt, now))
            subscription.Refreshed(now);

        return Result.Success;
    }
}
