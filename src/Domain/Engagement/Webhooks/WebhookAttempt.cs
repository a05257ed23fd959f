namespace VpsPanel.Domain.Engagement.Webhooks;

/// <summary>How one try ended.</summary>
/// <param name="StatusCode">Null when nobody answered.</param>
/// <param name="Note">Why it failed, or the beginning of the answer; safe to show.</param>
/// <param name="RetryAfter">What the receiver asks for.</param>
/// <param name="IsRefused">The address is one that this service does not call.</param>
/// <param name="IsTimeout">Nobody answered in time.</param>
public sealed record WebhookAttempt(
    int? StatusCode, string Note, TimeSpan? RetryAfter = null, bool IsRefused = false, bool IsTimeout = false)
{
    private const int Gone = 410;

    public bool IsDelivered => StatusCode is >= 200 and < 300;

    /// <summary>The receiver wants to hear no more.</summary>
    public bool IsGone => StatusCode == Gone;

    /// <summary>Another try would end the same way.</summary>
    public bool IsFinal => IsGone || IsRefused;
}
