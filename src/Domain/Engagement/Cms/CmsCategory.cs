using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Cms;

/// <summary>A shelf of posts in one language; the same shelf in another language has the same key.</summary>
[StreamName("cms_category")]
public sealed class CmsCategory : AggregateRoot<CmsCategoryId>
{
    /// <summary>Key of the shelf whose posts are told to every customer.</summary>
    public const string Announcements = "announcements";

    private CmsCategory()
    {
    }

    public string CategoryKey { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Lang { get; private set; } = "";

    public int SortOrder { get; private set; }

    /// <summary>Whether the public sees its posts.</summary>
    public bool Visible { get; private set; }

    public static CmsCategory Create(CategoryTerms terms)
    {
        var category = new CmsCategory();
        category.Change(terms);
        return category;
    }

    public void Change(CategoryTerms terms)
    {
        CategoryKey = terms.Key.Trim();
        Name = terms.Name.Trim();
        Lang = terms.Lang.Trim();
        SortOrder = terms.SortOrder;
        Visible = terms.Visible;
    }
}
