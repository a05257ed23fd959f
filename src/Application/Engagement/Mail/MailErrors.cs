using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail;

public static class MailErrors
{
    public static Error NotConfigured { get; } =
        Error.Conflict("smtp.not_configured", "mail is switched off, or SMTP host, port or sender is missing");

    public static Error HeaderInvalid(string field) =>
        Error.Validation(field, $"{field} must be one line with a valid value", "mail.header_invalid");

    /// <summary><c>smtp.failed</c>, with the snake_case word of the failure as <c>reason</c> in the details.</summary>
    public static Error Failed(MailFailure failure)
    {
        var word = WireNames.SnakeCase(failure.ToString());
        return Error.Upstream("smtp.failed", $"{word}: {Text(failure)}") with
        {
            Details = new Dictionary<string, string[]> { ["reason"] = [word] },
        };
    }

    private static string Text(MailFailure failure) => failure switch
    {
        MailFailure.Unreachable => "no connection to the mail server, or it broke",
        MailFailure.Tls => "the connection to the mail server could not be encrypted",
        MailFailure.Certificate => "the mail server's certificate is not trusted",
        MailFailure.LoginRefused => "the mail server refused the login, or asks for one",
        MailFailure.SenderRefused => "the mail server refused the sender",
        MailFailure.RecipientRefused => "the mail server refused the recipient",
        MailFailure.MessageRefused => "the mail server refused the mail",
        MailFailure.TimedOut => "the mail server gave no answer in time",
        _ => throw new ArgumentOutOfRangeException(nameof(failure)),
    };
}
