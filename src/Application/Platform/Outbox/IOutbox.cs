namespace VpsPanel.Application.Platform.Outbox;

/// <summary>What an admin can do to messages on their way.</summary>
public interface IOutbox
{
    /// <summary>Gives the message all its tries back and makes it due now; false when it is unknown or was delivered meanwhile.</summary>
    Task<bool> Resend(long id, CancellationToken ct);
}
