using VpsPanel.Application;
using VpsPanel.Application.Cms;
using VpsPanel.Application.Cms.Commands;
using VpsPanel.Application.Cms.Queries;

namespace VpsPanel.WebApi.Commands;

/// <summary>The shelves that clients look for on a fresh installation. Does nothing when there is a category already.</summary>
internal static class SeedCms
{
    private static readonly CategoryFields[] Categories =
    [
        new("tutorials", "教程", "zh-CN", 1, true),
        new("docs", "文档", "zh-CN", 2, true),
        new("announcements", "公告", "zh-CN", 3, true),
        new("activities", "活动", "zh-CN", 4, true),
        new("tutorials", "Tutorials", "en-US", 1, true),
        new("docs", "Documentation", "en-US", 2, true),
        new("announcements", "Announcements", "en-US", 3, true),
        new("activities", "Activities", "en-US", 4, true),
    ];

    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        var sender = services.GetRequiredService<SystemSender>();
        if ((await sender.Send(new ListCategories(null), ct)).Value.Items.Count > 0)
            return;

        foreach (var category in Categories)
            _ = (await sender.Send(new CreateCategory(category), ct)).Value;
    }
}
