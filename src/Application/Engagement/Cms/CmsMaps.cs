using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms;

/// <summary>What commands answer, equal to what the queries read.</summary>
internal sealed class CmsMaps : Mappings
{
    public CmsMaps()
    {
        CreateMap<CmsCategory, CmsCategoryView>();
        CreateMap<CmsPost, CmsPostView>();
        CreateMap<CmsBlock, CmsBlockView>();
    }
}
