using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

public sealed record UpdateCategory(CmsCategoryId Id, CategoryFields Fields) : ICommand<CmsCategoryView>, IAudited, IForm<CategoryFields>
{
    public AuditRecord Audit(object? answer) => CmsAudit.Of("cms_category", "update", Id.Value, Fields);
}

internal sealed class UpdateCategoryValidator() : CategoryRules<UpdateCategory>(isNew: false);

internal sealed class UpdateCategoryHandler(ICmsCategories categories, IUnitOfWork work, IMapper maps)
    : ICommandHandler<UpdateCategory, CmsCategoryView>
{
    public async Task<Result<CmsCategoryView>> Handle(UpdateCategory command, CancellationToken ct)
    {
        if (await categories.FindForUpdate(command.Id, ct) is not { } category)
            return CmsErrors.CategoryNotFound;

        var terms = command.Fields.Over(category);
        if (await categories.FindByKey(terms.Key.Trim(), terms.Lang.Trim(), ct) is { } other && other != category)
            return CmsErrors.CategoryTaken;

        category.Change(terms);
        work.Stamp();
        return maps.Map<CmsCategoryView>(category);
    }
}
