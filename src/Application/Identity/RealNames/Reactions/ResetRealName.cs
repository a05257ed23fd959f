using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.RealNames.Reactions;

/// <summary>Whoever changes a field by which they are known has to prove anew who they are: the account may have changed hands.</summary>
[ReactionName("reset-real-name")]
internal sealed class ResetRealName(IRealNames names, IUsers users) : IReaction<UserIdentityChanged>
{
    public async Task<Result> React(Envelope<UserIdentityChanged> happened, CancellationToken ct)
    {
        var change = happened.Event;
        if (await users.FindForUpdate(change.UserId, ct) is not null && await names.Latest(change.UserId, ct) is { } record)
            record.ResetFor(change.Fields, happened.OccurredAt);

        return Result.Success;
    }
}
