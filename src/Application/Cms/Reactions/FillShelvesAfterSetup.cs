using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Cms.Reactions;

[ReactionName("create-cms-categories")]
internal sealed class FillShelvesAfterSetup(CmsShelves shelves) : IReaction<SetupCompleted>
{
    public async Task<Result> React(Envelope<SetupCompleted> happened, CancellationToken ct)
    {
        await shelves.Ensure(ct);
        return Result.Success;
    }
}
