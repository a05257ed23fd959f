using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Cms;

namespace VpsPanel.Application.Engagement.Cms;

/// <summary>The categories that clients look for.</summary>
internal sealed class DefaultCmsCategories(ICmsCategories categories) : IDataSeeder
{
    private static readonly CategoryTerms[] All =
    [
        new("tutorials", "教程", "zh-CN", 1, true),
        new("docs", "文档", "zh-CN", 2, true),
        new(CmsCategory.Announcements, "公告", "zh-CN", 3, true),
        new("activities", "活动", "zh-CN", 4, true),
        new("tutorials", "Tutorials", "en-US", 1, true),
        new("docs", "Documentation", "en-US", 2, true),
        new(CmsCategory.Announcements, "Announcements", "en-US", 3, true),
        new("activities", "Activities", "en-US", 4, true),
    ];

    public string Key => "cms-categories";

    public IEnumerable<string> Names => All.Select(terms => $"{terms.Key} {terms.Lang}");

    public async Task Ensure(CancellationToken ct)
    {
        foreach (var terms in All)
        {
            if (await categories.FindByKey(terms.Key, terms.Lang, ct) is null)
                await categories.Add(CmsCategory.Create(terms), ct);
        }
    }
}
