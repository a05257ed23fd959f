using Microsoft.EntityFrameworkCore;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Domain.Engagement.Cms;
using VpsPanel.Infrastructure.Persistence.Dialects;

namespace VpsPanel.Infrastructure.Persistence.Repositories;

internal sealed class CmsCategories(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<CmsCategory, CmsCategoryId>(db, work, dialect), ICmsCategories
{
    public Task<CmsCategory?> FindByKey(string key, string lang, CancellationToken ct) =>
        Set.FirstOrDefaultAsync(category => category.CategoryKey == key && category.Lang == lang, ct);
}

internal sealed class CmsPosts(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<CmsPost, CmsPostId>(db, work, dialect), ICmsPosts
{
    public Task<CmsPost?> FindBySlug(string slug, CancellationToken ct) => Set.FirstOrDefaultAsync(post => post.Slug == slug, ct);

    public Task<bool> HasAnyIn(CmsCategoryId category, CancellationToken ct) => Set.AnyAsync(post => post.CategoryId == category, ct);
}

internal sealed class CmsBlocks(PanelDb db, EfUnitOfWork work, IDialect dialect)
    : Repository<CmsBlock, CmsBlockId>(db, work, dialect), ICmsBlocks
{
    public async Task<IReadOnlyList<string>> TypesOn(string page, string lang, CancellationToken ct) =>
        await Set.Where(block => block.Page == page && block.Lang == lang).Select(block => block.Type).ToListAsync(ct);
}
