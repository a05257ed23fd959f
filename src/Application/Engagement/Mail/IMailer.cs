using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail;

/// <summary>Hands mails to the outside.</summary>
public interface IMailer
{
    /// <summary>
    /// Refuses with <c>smtp.not_configured</c> while sending is off or incomplete, <c>mail.header_invalid</c> when a header could break
    /// out of its line, and <c>smtp.failed</c> with a <see cref="MailFailure"/> when the server does not take the mail within 15 seconds.
    /// </summary>
    Task<Result> Send(OutgoingMail mail, CancellationToken ct);
}
