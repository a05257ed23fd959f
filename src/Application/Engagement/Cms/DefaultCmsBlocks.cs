using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms;

/// <summary>The sections that known pages need. Whoever takes one away leaves an empty one behind, so that a page is complete whenever it is read.</summary>
internal sealed class DefaultCmsBlocks(ICmsBlocks blocks) : IDataSeeder
{
    public string Key => "cms-blocks";

    public IEnumerable<string> Names =>
        CmsPages.Known.SelectMany(known => CmsPages.DefaultsOf(known.Page, known.Lang).Select(type => $"{known.Page} {known.Lang} {type}"));

    public async Task Ensure(CancellationToken ct)
    {
        foreach (var (page, lang) in CmsPages.Known)
            await Complete(page, lang, ct);
    }

    /// <summary>Adds the default sections that the page lacks as it is stored; does nothing for other pages.</summary>
    public async Task Complete(string page, string lang, CancellationToken ct)
    {
        var wanted = CmsPages.DefaultsOf(page, lang);
        if (wanted.Count == 0)
            return;

        var present = await blocks.TypesOn(page, lang, ct);
        foreach (var (order, type) in wanted.Index())
        {
            if (!present.Contains(type))
                await blocks.Add(CmsBlock.Default(page, lang, type, order), ct);
        }
    }
}
