using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Subscriptions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Subscriptions;

namespace VpsPanel.Application.Delivery.Commands;

/// <summary>A client fetched the subscription; noted at most once in ten minutes, since clients come in crowds.</summary>
public sealed record NoteRefresh(SubscriptionId Id) : ICommand
{
    public static readonly TimeSpan Gap = TimeSpan.FromMinutes(10);

    public static bool IsDue(DateTimeOffset? last, DateTimeOffset now) => last is null || last + Gap <= now;
}

internal sealed class NoteRefreshHandler(ISubscriptions subscriptions, TimeProvider clock) : ICommandHandler<NoteRefresh>
{
    public async Task<Result> Handle(NoteRefresh command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await subscriptions.FindForUpdate(command.Id, ct) is { } subscription && NoteRefresh.IsDue(subscription.LastRefreshedAt, now))
            subscription.Refreshed(now);

        return Result.Success;
    }
}
