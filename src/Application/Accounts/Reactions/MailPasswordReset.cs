using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Accounts.Reactions;

/// <summary>The link travels by mail only; no answer and no log ever holds it.</summary>
internal sealed class MailPasswordReset(IUsers users, ISecretBox secrets, IMailer mailer) : IReaction<PasswordResetRequested>
{
    public async Task<Result> React(Envelope<PasswordResetRequested> happened, CancellationToken ct)
    {
        if (await users.Find(happened.Event.UserId, ct) is not { } user || secrets.Open(happened.Event.SealedToken) is not { } token)
            return Result.Success;

        return await mailer.Send(new OutgoingMail(
            user.Email, "Reset your password", $"Use this code within 24 hours to set a new password: {token}", IsHtml: false), ct);
    }
}
