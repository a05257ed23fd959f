using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms;

public interface ICmsCategories : IRepository<CmsCategory, CmsCategoryId>
{
    Task<CmsCategory?> FindByKey(string key, string lang, CancellationToken ct);
}

public interface ICmsPosts : IRepository<CmsPost, CmsPostId>
{
    Task<CmsPost?> FindBySlug(string slug, CancellationToken ct);

    Task<bool> HasAnyIn(CmsCategoryId category, CancellationToken ct);
}

public interface ICmsBlocks : IRepository<CmsBlock, CmsBlockId>
{
    /// <summary>The types of section that the page has in the language, hidden ones too.</summary>
    Task<IReadOnlyList<string>> TypesOn(string page, string lang, CancellationToken ct);
}
