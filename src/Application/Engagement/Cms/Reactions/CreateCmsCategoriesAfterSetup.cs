using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Installation;

namespace VpsPanel.Application.Engagement.Cms.Reactions;

[ReactionName("create-cms-categories")]
internal sealed class CreateCmsCategoriesAfterSetup(DefaultCmsCategories categories) : IReaction<SetupCompleted>
{
    public async Task<Result> React(Envelope<SetupCompleted> happened, CancellationToken ct)
    {
        await categories.Ensure(ct);
        return Result.Success;
    }
}
