using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Cms;

public enum CmsPostStatus
{
    Draft,
    Published,
}

/// <summary>An article. What the public sees has been published at a known time.</summary>
[StreamName("cms_post")]
public sealed class CmsPost : AggregateRoot<CmsPostId>
{
    private CmsPost()
    {
    }

    public CmsCategoryId CategoryId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Names the post in addresses; unique in the whole site.</summary>
    public string Slug { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>Sanitised before it comes here.</summary>
    public string ContentHtml { get; private set; } = "";

    public string CoverUrl { get; private set; } = "";

    public string Lang { get; private set; } = "";

    public CmsPostStatus Status { get; private set; }

    public bool Pinned { get; private set; }

    public int SortOrder { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public static CmsPost Create(PostTerms terms, DateTimeOffset now)
    {
        var post = new CmsPost();
        post.Change(terms, now);
        return post;
    }

    /// <summary>Raises <see cref="PostPublished"/> only when a post becomes published, not when a published one is saved again.</summary>
    public void Change(PostTerms terms, DateTimeOffset now)
    {
        var becomesPublished = terms.Status == CmsPostStatus.Published && Status != CmsPostStatus.Published;
        CategoryId = terms.CategoryId;
        Title = terms.Title.Trim();
        Slug = terms.Slug.Trim();
        Summary = terms.Summary.Trim();
        ContentHtml = terms.ContentHtml;
        CoverUrl = terms.CoverUrl.Trim();
        Lang = terms.Lang.Trim();
        Status = terms.Status;
        Pinned = terms.Pinned;
        SortOrder = terms.SortOrder;
        PublishedAt = terms.PublishedAt ?? (Status == CmsPostStatus.Published ? now : null);
        if (becomesPublished)
            Raise(new PostPublished(CategoryId, Lang, Slug, Title, Summary));
    }
}
