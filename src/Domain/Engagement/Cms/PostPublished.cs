using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Cms;

[EventName("cms_post.published")]
public sealed record PostPublished(CmsCategoryId CategoryId, string Lang, string Slug, string Title, string Summary) : IDomainEvent;
