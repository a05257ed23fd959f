namespace VpsPanel.Application.Engagement.Webhooks;

/// <summary>Delivers, one try of one delivery at a time.</summary>
public interface IWebhookDispatcher
{
    /// <summary>Claims what is due and answers how to make the try, which may take seconds; null when nothing is due.</summary>
    Task<Func<CancellationToken, Task>?> DispatchNext(CancellationToken ct);

    /// <summary>When the next delivery is due, or the claim on one lapses; null when none waits.</summary>
    Task<DateTimeOffset?> NextDue(CancellationToken ct);
}
