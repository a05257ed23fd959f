using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail;

public static class MailErrors
{
    public static Error NotConfigured { get; } =
        Error.Conflict("smtp.not_configured", "mail is switched off, or SMTP host, port or sender is missing");

    public static Error HeaderInvalid(string field) =>
        Error.Validation(field, $"{field} must be one line with a valid value", "mail.header_invalid");

    public static Error Failed(string reason) => Error.Upstream("smtp.failed", reason);
}
