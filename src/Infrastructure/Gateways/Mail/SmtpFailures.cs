using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using VpsPanel.Application.Engagement.Mail;

namespace VpsPanel.Infrastructure.Gateways.Mail;

/// <summary>Reads what the mail library throws, which depends on the step at hand.</summary>
internal static partial class SmtpFailures
{
    /// <param name="isCertificateRefused">Whether the handshake ended because we did not trust the server.</param>
    public static MailFailedException? OfConnecting(Exception error, bool isCertificateRefused) => error switch
    {
        SslHandshakeException when isCertificateRefused => Failed(MailFailure.Certificate, error),
        SslHandshakeException => Failed(MailFailure.Tls, error),

        // The server offers no STARTTLS.
        NotSupportedException => Failed(MailFailure.Tls, error),

        // A greeting other than 220, or a STARTTLS that is refused.
        SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.TransactionFailed } =>
            Failed(MailFailure.Unreachable, error),
        SmtpCommandException => Failed(MailFailure.Tls, error),
        _ => OfConnection(error),
    };

    public static MailFailedException? OfLogin(Exception error) => error switch
    {
        AuthenticationException or SaslException or SmtpCommandException => Failed(MailFailure.LoginRefused, error),

        // The server knows no way to log in that we know.
        NotSupportedException => Failed(MailFailure.LoginRefused, error),
        _ => OfConnection(error),
    };

    public static MailFailedException? OfSending(Exception error) => error switch
    {
        ServiceNotAuthenticatedException => Failed(MailFailure.LoginRefused, error),
        SmtpCommandException { StatusCode: SmtpStatusCode.AuthenticationRequired } => Failed(MailFailure.LoginRefused, error),
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } => Failed(MailFailure.SenderRefused, error),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } => Failed(MailFailure.RecipientRefused, error),
        SmtpCommandException => Failed(MailFailure.MessageRefused, error),
        _ => OfConnection(error),
    };

    private static MailFailedException? OfConnection(Exception error) => error switch
    {
        IOException or SocketException or ProtocolException or ServiceNotConnectedException or CommandException =>
            Failed(MailFailure.Unreachable, error),
        _ => null,
    };

    private static MailFailedException Failed(MailFailure failure, Exception error) =>
        new(failure, error is SmtpCommandException command ? $"{(int)command.StatusCode} {Enhanced().Match(command.Message).Value}".TrimEnd() : "", error);

    /// <summary>The code of RFC 3463 at the beginning of a reply.</summary>
    [GeneratedRegex(@"\A[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Enhanced();
}
