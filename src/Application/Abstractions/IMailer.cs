using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Abstractions;

/// <summary>One mail to one address.</summary>
public sealed record OutgoingMail(string To, string Subject, string Body, bool IsHtml);

/// <summary>Sends mail, or does nothing while operators have mail switched off.</summary>
public interface IMailer
{
    /// <returns><c>mail.failed</c> when the server did not take it.</returns>
    Task<Result> Send(OutgoingMail mail, CancellationToken ct);
}
