using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.Users;

/// <summary>What a change of somebody's credentials takes with it.</summary>
internal sealed class CredentialChanges(ISessionEnding sessions, IPasswordResets resets)
{
    /// <summary>Ends what the old password opened, the reset links under way too.</summary>
    public async Task PasswordChanged(UserId user, SessionId? besides, CancellationToken ct)
    {
        await sessions.EndAll(user, besides, ct);
        await DropResets(user, ct);
    }

    /// <summary>Links that went to an old address, or were asked for before, no longer work.</summary>
    public async Task DropResets(UserId user, CancellationToken ct)
    {
        // The link that is being redeemed is used by now, though the database does not know yet.
        foreach (var open in (await resets.ListOpen(user, ct)).Where(reset => reset.UsedAt is null))
            resets.Remove(open);
    }
}
