using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Engagement.Mail.Reactions;

/// <summary>The link travels by mail only; no answer and no log ever holds it.</summary>
[ActsOutside]
[ReactionName("mail-password-reset")]
[Lane(OutboxLane.Mail)]
internal sealed class MailPasswordReset(IUsers users, ISecretProtector secrets, MailComposer composer, IMailer mailer)
    : IReaction<PasswordResetRequested>
{
    public async Task<Result> React(Envelope<PasswordResetRequested> happened, CancellationToken ct)
    {
        if (await users.Find(
            happened.Event.UserId, ct) is not { } user || secrets.Unprotect(happened.Event.ProtectedToken) is not { } token)
            return Result.Success;

        var mail = await composer.Compose(
            DefaultMail.PasswordReset, user, language => MailNotice.PasswordReset(language, token),
            new Dictionary<string, object?> { ["token"] = token }, $"reset-{happened.MessageId}", ct);
        var sent = await mailer.Send(mail, ct);

        // Only the server's refusals get better with time.
        return sent.Error is { Kind: ErrorKind.Upstream } ? sent : Result.Success;
    }
}
