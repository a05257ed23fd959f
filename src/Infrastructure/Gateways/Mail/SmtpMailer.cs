using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Mail;

/// <summary>
/// Speaks SMTP. The connection is encrypted with STARTTLS; a server that offers none gets mail only where no password is at stake.
/// </summary>
internal sealed class SmtpMailer(ISettings settings) : IMailer
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public async Task<Result> Send(OutgoingMail mail, CancellationToken ct)
    {
        var account = await SmtpAccount.Read(settings, ct);
        if (!account.CanSend)
            return MailErrors.NotConfigured;

        if (BrokenHeader(mail, account) is { } field)
            return MailErrors.HeaderInvalid(field);

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Limit);
        try
        {
            await Deliver(account, mail, deadline.Token);
            return Result.Success;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return MailErrors.Failed($"the mail server gave no answer within {(int)Limit.TotalSeconds} s");
        }
        catch (Exception error) when (error is SmtpException or IOException or SocketException or AuthenticationException)
        {
            return MailErrors.Failed(Describe(error, account));
        }
    }

    private static async Task Deliver(SmtpAccount account, OutgoingMail mail, CancellationToken ct)
    {
        try
        {
            await Deliver(account, mail, encrypted: true, ct);
        }
        catch (SmtpException error) when (account.User.Length == 0 && OffersNoEncryption(error))
        {
            await Deliver(account, mail, encrypted: false, ct);
        }
    }

    private static async Task Deliver(SmtpAccount account, OutgoingMail mail, bool encrypted, CancellationToken ct)
    {
        using var client = new SmtpClient(account.Host, account.Port) { EnableSsl = encrypted, Timeout = (int)Limit.TotalMilliseconds };
        if (account.User.Length > 0)
            client.Credentials = new NetworkCredential(account.User, account.Password);

        using var message = Message(account, mail);
        await client.SendMailAsync(message, ct);
    }

    private static MailMessage Message(SmtpAccount account, OutgoingMail mail)
    {
        var from = new MailAddress(account.From);
        var message = new MailMessage(from, new MailAddress(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = mail.IsHtml,
        };
        message.Headers.Add("Message-ID", $"<{mail.Reference}@{from.Host}>");
        return message;
    }

    /// <summary>Checked here, at the last place before the wire, whoever wrote the values.</summary>
    private static string? BrokenHeader(OutgoingMail mail, SmtpAccount account)
    {
        if (HasControl(mail.To) || !MailAddress.TryCreate(mail.To, out _))
            return "to";
        if (HasControl(account.From) || !MailAddress.TryCreate(account.From, out _))
            return "from";
        if (HasControl(mail.Subject))
            return "subject";
        if (HasControl(account.User) || HasControl(account.Password) || HasControl(account.Host))
            return "user";

        return HasControl(mail.Reference) || mail.Reference.AsSpan().ContainsAny('<', '>', '@') ? "reference" : null;
    }

    private static bool HasControl(string text) => text.Any(char.IsControl);

    /// <summary>The client says so by a general failure of its own; what goes wrong on the wire has a status or a cause.</summary>
    private static bool OffersNoEncryption(SmtpException error) =>
        error is { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null };

    /// <summary>The server's words, without what it may have repeated of the login.</summary>
    private static string Describe(Exception error, SmtpAccount account)
    {
        var words = error.InnerException is { } inner ? $"{error.Message} {inner.Message}" : error.Message;
        foreach (var secret in new[] { account.Password, Base64(account.Password) }.Where(secret => secret.Length > 0))
            words = words.Replace(secret, "***", StringComparison.Ordinal);

        words = string.Concat(words.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return words.Length > 500 ? words[..500] : words;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
