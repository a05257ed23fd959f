using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Cms;

public static class CmsErrors
{
    public static Error CategoryNotFound { get; } = Error.NotFound("cms_category.not_found", "category not found");

    public static Error CategoryUnknown { get; } = Error.Validation("category_id", "there is no such category", "cms_category.unknown");

    public static Error CategoryTaken { get; } = Error.Conflict("cms_category.taken", "this key exists in this language");

    public static Error CategoryInUse { get; } = Error.Conflict("cms_category.in_use", "posts belong to this category");

    public static Error PostNotFound { get; } = Error.NotFound("cms_post.not_found", "post not found");

    public static Error SlugTaken { get; } = Error.Conflict("cms_post.slug_taken", "this slug is used by another post");

    public static Error BlockNotFound { get; } = Error.NotFound("cms_block.not_found", "block not found");
}
