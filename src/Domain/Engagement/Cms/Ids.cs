using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Cms;

public readonly record struct CmsCategoryId(long Value) : IId<CmsCategoryId>
{
    public static CmsCategoryId From(long value) => new(value);
}

public readonly record struct CmsPostId(long Value) : IId<CmsPostId>
{
    public static CmsPostId From(long value) => new(value);
}

public readonly record struct CmsBlockId(long Value) : IId<CmsBlockId>
{
    public static CmsBlockId From(long value) => new(value);
}
