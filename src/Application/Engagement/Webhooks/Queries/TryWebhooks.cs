using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Application.Engagement.Webhooks.Queries;

/// <summary>Posts <c>webhook.test</c> at once and tells how it went; nothing is queued, repeated or kept.</summary>
/// <param name="Hook">Which hook, switched on or not; blank for all that are on.</param>
public sealed record TryWebhooks(string Hook) : IQuery<WebhookTrials>;

/// <param name="Ok">Whether every hook took the message.</param>
public sealed record WebhookTrials(bool Ok, IReadOnlyList<WebhookTrial> Hooks);

/// <param name="Failure">Blank, or <c>address_refused</c>, <c>timeout</c>, <c>unreachable</c>, <c>rejected</c>: never the receiver's words.</param>
/// <param name="StatusCode">Null when nobody answered.</param>
public sealed record WebhookTrial(string Hook, bool Ok, string Failure, int? StatusCode);

internal sealed class TryWebhooksHandler(WebhookEndpoints endpoints, IWebhookSender sender, TimeProvider clock)
    : IQueryHandler<TryWebhooks, WebhookTrials>
{
    public async Task<Result<WebhookTrials>> Handle(TryWebhooks query, CancellationToken ct)
    {
        var hooks = (await endpoints.List(ct)).Where(hook => query.Hook.Length == 0
            ? hook.IsUsable
            : hook.Url.Length > 0 && hook.Name.Equals(query.Hook, StringComparison.OrdinalIgnoreCase)).ToList();
        if (hooks.Count == 0)
            return WebhookErrors.NoHook;

        var trials = await Task.WhenAll(hooks.Select(hook => Try(hook, ct)));
        return new WebhookTrials(trials.All(trial => trial.Ok), trials);
    }

    private async Task<WebhookTrial> Try(WebhookEndpoint hook, CancellationToken ct)
    {
        var attempt = await sender.Send(hook, WebhookMessages.Test(WebhookMessages.TestEvent, null, clock.GetUtcNow()), ct);
        return new WebhookTrial(hook.Name, attempt.IsDelivered, Class(attempt), attempt.StatusCode);
    }

    private static string Class(WebhookAttempt attempt) => attempt switch
    {
        { IsDelivered: true } => "",
        { IsRefused: true } => "address_refused",
        { IsTimeout: true } => "timeout",
        { StatusCode: null } => "unreachable",
        _ => "rejected",
    };
}
