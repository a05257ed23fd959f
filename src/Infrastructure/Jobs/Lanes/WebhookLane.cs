using VpsPanel.Application.Webhooks;

namespace VpsPanel.Infrastructure.Jobs.Lanes;

/// <summary>The deliveries to hooks.</summary>
internal sealed class WebhookLane(IWebhookCourier courier) : ILane
{
    public string Name => "webhook-deliveries";

    public Task<DateTimeOffset?> NextDue(CancellationToken ct) => courier.NextDue(ct);

    public async Task<bool> DeliverNext(CancellationToken ct)
    {
        if (await courier.TakeNext(ct) is not { } deliver)
            return false;

        await deliver(ct);
        return true;
    }
}
