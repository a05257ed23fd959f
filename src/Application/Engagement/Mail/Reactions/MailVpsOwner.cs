using System.Globalization;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Engagement.Mail.Reactions;

/// <summary>Writes to the owner when the time of their VPS ends.</summary>
[ActsOutside]
[ReactionName("mail-vps-owner")]
[Lane(OutboxLane.Mail)]
internal sealed class MailVpsOwner(IUsers users, MailComposer composer, IMailer mailer) : IReaction<VpsExpires>
{
    public async Task<Result> React(Envelope<VpsExpires> happened, CancellationToken ct)
    {
        var vps = happened.Event;
        if (await users.Find(vps.UserId, ct) is not { Email.Length: > 0 } owner)
            return Result.Success;

        var day = vps.ExpireAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var values = new Dictionary<string, object?>
        {
            ["vps"] = new Dictionary<string, object?> { ["name"] = vps.Name, ["expire_at"] = day },
        };
        var written = await composer.Compose(
            DefaultMail.ExpireReminder, owner, language => MailNotice.VpsExpires(language, vps.Name, day), values,
            $"vps-{happened.AggregateId}-{vps.ExpireAt.ToUnixTimeSeconds()}", ct);
        var sent = await mailer.Send(written, ct);

        // Only the server's refusals get better with time.
        return sent.Error is { Kind: ErrorKind.Upstream } ? sent : Result.Success;
    }
}
