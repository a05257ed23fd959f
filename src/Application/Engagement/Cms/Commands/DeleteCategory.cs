using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

public sealed record DeleteCategory(CmsCategoryId Id) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => CmsAudit.Of("cms_category", "delete", Id.Value, null);
}

internal sealed class DeleteCategoryHandler(ICmsCategories categories, ICmsPosts posts) : ICommandHandler<DeleteCategory>
{
    public async Task<Result> Handle(DeleteCategory command, CancellationToken ct)
    {
        if (await categories.FindForUpdate(command.Id, ct) is not { } category)
            return CmsErrors.CategoryNotFound;

        if (await posts.HasAnyIn(category.Id, ct))
            return CmsErrors.CategoryInUse;

        categories.Remove(category);
        return Result.Success;
    }
}
