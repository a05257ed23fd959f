using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Text;
using VpsPanel.Application.Engagement.Mail;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Mail;

/// <summary>Hands mails to the server of the settings. A mail has one recipient, so that a refused one holds up nobody else.</summary>
internal sealed partial class SmtpMailer(ISettings settings, SmtpConnections connections, TimeProvider clock, ILogger<SmtpMailer> log) : IMailer
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
            return Failed(account, MailFailure.TimedOut, "");
        }
        catch (MailFailedException failed)
        {
            return Failed(account, failed.Failure, failed.Reply);
        }
    }

    private async Task Deliver(SmtpAccount account, OutgoingMail mail, CancellationToken ct)
    {
        using var message = Message(account, mail);
        var (from, to) = ((MailboxAddress)message.From[0], (MailboxAddress)message.To[0]);
        var connection = await connections.Take(account, mail.CarriesSecret, ct);
        try
        {
            await connection.Send(message, from, to, ct);
        }
        catch (MailFailedException failed) when (failed.Reply.Length > 0)
        {
            // The server answered in order; the next mail may fare better.
            await connections.GiveBack(connection);
            throw;
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        await connections.GiveBack(connection);
    }

    private MimeMessage Message(SmtpAccount account, OutgoingMail mail)
    {
        var from = Address(account.From);
        var body = new TextPart(mail.IsHtml ? TextFormat.Html : TextFormat.Plain);
        body.SetText(Encoding.UTF8, mail.Body);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = clock.GetUtcNow(),
            MessageId = $"{mail.Reference}@{MailboxAddress.EncodeAddrspec(from.Address).Split('@')[^1]}",
            Body = body,
        };
        message.From.Add(from);
        message.To.Add(Address(mail.To));
        return message;
    }

    private static MailboxAddress Address(string text)
    {
        var read = new MailAddress(text);
        return new MailboxAddress(Encoding.UTF8, read.DisplayName, read.Address);
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

    private Error Failed(SmtpAccount account, MailFailure failure, string reply)
    {
        LogFailed(account.Host, account.Port, failure, reply);
        return MailErrors.Failed(failure);
    }

    [LoggerMessage(LogLevel.Warning, "The mail server {Host}:{Port} did not take a mail: {Failure} {Reply}")]
    private partial void LogFailed(string host, int port, MailFailure failure, string reply);
}
