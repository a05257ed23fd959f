using Microsoft.Extensions.Logging;
using VpsPanel.Application.Engagement.Webhooks.Commands;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Pipeline;

namespace VpsPanel.Application.Engagement.Webhooks;

/// <summary>
/// No transaction is open while the receiver is called. A process that dies between claim and record leaves a claim that lapses, and
/// the receiver gets the message once more with the same id.
/// </summary>
internal sealed partial class WebhookDispatcher(
    IReadDb db, BackgroundCommandSender sender, IWebhookSender http, ILogger<WebhookDispatcher> log)
    : IWebhookDispatcher
{
    // Events of an order reach a hook in order, so only the oldest one counts.
    private static readonly Sql<NoArgs, Due> NextAttempt = new(
        """
        select min(d.next_attempt_at) as due_at
        from webhook_deliveries d
        where d.status in ('pending', 'sending') and not exists (
            select 1 from webhook_deliveries older
            where older.order_id = d.order_id and older.hook = d.hook and older.seq < d.seq and older.status in ('pending', 'sending'))
        """);

    public async Task<Func<CancellationToken, Task>?> DispatchNext(CancellationToken ct)
    {
        var claimed = await sender.Send(new ClaimWebhook(), ct);
        if (!claimed.IsSuccess || claimed.Value is not { } claim)
            return null;

        return claim.Hook is { } hook ? token => Deliver(claim, hook, token) : _ => Task.CompletedTask;
    }

    public async Task<DateTimeOffset?> NextDue(CancellationToken ct) => (await db.First(NextAttempt, NoArgs.Value, ct))?.DueAt;

    private async Task Deliver(WebhookClaim claim, WebhookEndpoint hook, CancellationToken ct)
    {
        var attempt = await http.Send(hook, claim.Message, ct);
        var recorded = await sender.Send(new RecordWebhookAttempt(claim.Id, claim.Number, attempt), ct);
        if (!recorded.IsSuccess)
            LogNotRecorded(claim.Id.Value, recorded.Error.Code);

        if (!attempt.IsGone)
            return;

        var disabled = await sender.Send(new DisableWebhook(hook.Name, hook.Url), ct);
        if (!disabled.IsSuccess)
            LogNotRecorded(claim.Id.Value, disabled.Error.Code);
    }

    [LoggerMessage(LogLevel.Warning, "What became of webhook delivery {Delivery} could not be kept: {Code}")]
    private partial void LogNotRecorded(long delivery, string code);

    internal sealed record Due(DateTimeOffset? DueAt);
}
