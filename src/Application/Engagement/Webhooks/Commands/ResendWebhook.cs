using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Application.Engagement.Webhooks.Commands;

public sealed record ResendWebhook(WebhookDeliveryId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("robot.resend", "webhook_delivery", Id.Value.ToString());
}

internal sealed class ResendWebhookHandler(IWebhookDeliveries deliveries, TimeProvider clock) : ICommandHandler<ResendWebhook>
{
    public async Task<Result> Handle(ResendWebhook command, CancellationToken ct) =>
        await deliveries.FindForUpdate(command.Id, ct) is { } delivery ? delivery.Resend(clock.GetUtcNow()) : WebhookErrors.NotFound;
}
