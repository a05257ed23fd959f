using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Mail;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Mail;

internal sealed partial class SmtpMailer(ISettings settings, ILogger<SmtpMailer> log) : IMailer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<Result> Send(OutgoingMail mail, CancellationToken ct)
    {
        var host = await settings.Get(MailSettings.Host, ct);
        var from = await settings.Get(MailSettings.From, ct);
        if (!await settings.IsOn(MailSettings.Enabled, ct) || host.Length == 0 || from.Length == 0)
        {
            LogOff(mail.Subject);
            return Result.Success;
        }

        try
        {
            using var client = await Client(host, ct);
            using var message = new MailMessage(from, mail.To, OneLine(mail.Subject), mail.Body)
            {
                IsBodyHtml = mail.IsHtml,
                BodyEncoding = Encoding.UTF8,
                SubjectEncoding = Encoding.UTF8,
            };

            // The client's own time limit does not hold for asynchronous sending, and a reaction's transaction waits here.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            await client.SendMailAsync(message, patience.Token);
            return Result.Success;
        }
        catch (Exception error) when (error is SmtpException or FormatException or InvalidOperationException
            || (error is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return Error.Upstream("mail.failed", error.Message);
        }
    }

    private async Task<SmtpClient> Client(string host, CancellationToken ct)
    {
        var user = await settings.Get(MailSettings.User, ct);
        var port = int.TryParse(await settings.Get(MailSettings.Port, ct), out var number) ? number : 587;
        return new SmtpClient(host, port)
        {
            // STARTTLS before anything secret is said.
            EnableSsl = user.Length > 0,
            Credentials = user.Length > 0 ? new NetworkCredential(user, await settings.Get(MailSettings.Pass, ct)) : null,
        };
    }

    private static string OneLine(string subject) => new([.. subject.Where(letter => !char.IsControl(letter))]);

    [LoggerMessage(LogLevel.Information, "Mail is off; not sent: {Subject}")]
    private partial void LogOff(string subject);
}
