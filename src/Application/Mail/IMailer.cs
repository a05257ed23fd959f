using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Mail;

/// <summary>A mail to one recipient, ready to be sent.</summary>
/// <param name="Reference">The same at every try, so that a receiver can drop the second copy; letters, digits and dashes.</param>
public sealed record OutgoingMail(string To, string Subject, string Body, bool IsHtml, string Reference);

/// <summary>Hands mails to the outside.</summary>
public interface IMailer
{
    /// <summary>
    /// Refuses with <c>smtp.not_configured</c> while sending is off or incomplete, <c>mail.header_invalid</c> when a header could break
    /// out of its line, and <c>smtp.failed</c> with the server's words when it does not take the mail within 15 seconds.
    /// </summary>
    Task<Result> Send(OutgoingMail mail, CancellationToken ct);
}

public static class MailErrors
{
    public static Error NotConfigured { get; } =
        Error.Conflict("smtp.not_configured", "mail is switched off, or SMTP host, port or sender is missing");

    public static Error HeaderInvalid(string field) =>
        Error.Validation(field, $"{field} must be one line with a valid value", "mail.header_invalid");

    public static Error Failed(string reason) => Error.Upstream("smtp.failed", reason);
}
