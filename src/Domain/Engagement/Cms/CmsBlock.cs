using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Engagement.Cms;

/// <summary>One section of a page in one language.</summary>
[StreamName("cms_block")]
public sealed class CmsBlock : AggregateRoot<CmsBlockId>
{
    private CmsBlock()
    {
    }

    public string Page { get; private set; } = "";

    public string Type { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Subtitle { get; private set; } = "";

    /// <summary>JSON text whose shape is the client's business.</summary>
    public string ContentJson { get; private set; } = "{}";

    /// <summary>Sanitised before it comes here.</summary>
    public string CustomHtml { get; private set; } = "";

    public string Lang { get; private set; } = "";

    public bool Visible { get; private set; }

    public int SortOrder { get; private set; }

    /// <summary>
    /// The default section of its page that was made by itself; null for what admins make. Unique per page and language, so that
    /// parallel readers of an empty page do not fill it twice.
    /// </summary>
    public string? DefaultType { get; private set; }

    public static CmsBlock Create(BlockTerms terms)
    {
        var block = new CmsBlock();
        block.Change(terms);
        return block;
    }

    /// <summary>A default section, empty until somebody writes into it.</summary>
    public static CmsBlock Default(string page, string lang, string type, int sortOrder)
    {
        var block = Create(new BlockTerms(page, type, "", "", "{}", "", lang, true, sortOrder));
        block.DefaultType = type;
        return block;
    }

    public void Change(BlockTerms terms)
    {
        // Moved away, it is no longer the section that the page needs.
        if (terms.Page.Trim() != Page || terms.Type.Trim() != Type || terms.Lang.Trim() != Lang)
            DefaultType = null;

        Page = terms.Page.Trim();
        Type = terms.Type.Trim();
        Title = terms.Title.Trim();
        Subtitle = terms.Subtitle.Trim();
        ContentJson = terms.ContentJson;
        CustomHtml = terms.CustomHtml;
        Lang = terms.Lang.Trim();
        Visible = terms.Visible;
        SortOrder = terms.SortOrder;
    }
}
