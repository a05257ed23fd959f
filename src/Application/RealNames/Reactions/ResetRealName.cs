using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.RealNames.Reactions;

/// <summary>Whoever changes a field by which he is known has to prove anew who he is: the account may have changed hands.</summary>
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
