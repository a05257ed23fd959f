using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Application.Engagement.Webhooks.Commands;

internal sealed record RecordWebhookAttempt(WebhookDeliveryId Id, long Claim, WebhookAttempt Attempt) : ICommand;

internal sealed class RecordWebhookAttemptHandler(IWebhookDeliveries deliveries, TimeProvider clock) : ICommandHandler<RecordWebhookAttempt>
{
    public async Task<Result> Handle(RecordWebhookAttempt command, CancellationToken ct) =>
        await deliveries.FindForUpdate(command.Id, ct) is { } delivery
            ? delivery.Record(command.Claim, command.Attempt, Random.Shared.NextDouble(), clock.GetUtcNow())
            : WebhookErrors.NotFound;
}
