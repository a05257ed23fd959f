using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms.Commands;

public sealed record CreateCategory(CategoryFields Fields) : ICommand<CmsCategoryView>, IAudited, IForm<CategoryFields>
{
    public AuditRecord Audit(object? answer) => CmsAudit.Of("cms_category", "create", ((CmsCategoryView)answer!).Id, Fields);
}

internal sealed class CreateCategoryValidator() : CategoryRules<CreateCategory>(isNew: true);

internal sealed class CreateCategoryHandler(ICmsCategories categories, IMapper maps) : ICommandHandler<CreateCategory, CmsCategoryView>
{
    public async Task<Result<CmsCategoryView>> Handle(CreateCategory command, CancellationToken ct)
    {
        var category = CmsCategory.Create(command.Fields.Over(null));
        if (await categories.FindByKey(category.CategoryKey, category.Lang, ct) is not null)
            return CmsErrors.CategoryTaken;

        await categories.Add(category, ct);
        return maps.Map<CmsCategoryView>(category);
    }
}
