using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Mail;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Accounts.Reactions;

/// <summary>The link travels by mail only; no answer and no log ever holds it.</summary>
[ReactionName("mail-password-reset")]
[Lane(OutboxLane.Mail)]
internal sealed class MailPasswordReset(IUsers users, ISecretBox secrets, MailComposer composer, IMailer mailer)
    : IReaction<PasswordResetRequested>
{
    public async Task<Result> React(Envelope<PasswordResetRequested> happened, CancellationToken ct)
    {
        if (await users.Find(happened.Event.UserId, ct) is not { } user || secrets.Open(happened.Event.ProtectedToken) is not { } token)
            return Result.Success;

        var mail = await composer.Compose(
            StandardMail.PasswordReset, user, language => MailNotice.PasswordReset(language, token),
            new Dictionary<string, object?> { ["token"] = token }, $"reset-{happened.MessageId}", ct);
        var sent = await mailer.Send(mail, ct);

        // Only the server's refusals get better with time.
        return sent.Error is { Kind: ErrorKind.Upstream } ? sent : Result.Success;
    }
}
