using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Cms.Commands;

/// <summary>For the demo, whose people do not come through the set-up.</summary>
public sealed record SeedCategories : ICommand;

internal sealed class SeedCategoriesHandler(CmsShelves shelves) : ICommandHandler<SeedCategories>
{
    public async Task<Result> Handle(SeedCategories command, CancellationToken ct)
    {
        await shelves.Ensure(ct);
        return Result.Success;
    }
}
