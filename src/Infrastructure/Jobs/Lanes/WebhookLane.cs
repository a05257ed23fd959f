using VpsPanel.Application.Engagement.Webhooks;

namespace VpsPanel.Infrastructure.Jobs.Lanes;

/// <summary>The deliveries to hooks.</summary>
internal sealed class WebhookLane(IWebhookDispatcher dispatcher) : ILane
{
    public string Name => "webhook-deliveries";

    public Task<DateTimeOffset?> NextDue(CancellationToken ct) => dispatcher.NextDue(ct);

    public async Task<int> DeliverNext(CancellationToken ct)
    {
        if (await dispatcher.DispatchNext(ct) is not { } deliver)
            return 0;

        await deliver(ct);
        return 1;
    }
}
