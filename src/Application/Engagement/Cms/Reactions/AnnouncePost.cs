using VpsPanel.Application.Engagement.Notifications;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Cms;
using VpsPanel.Domain.Engagement.Notifications;

namespace VpsPanel.Application.Engagement.Cms.Reactions;

/// <summary>Tells everybody of an announcement that the public can read now; saving it again tells nobody.</summary>
[ReactionName("announce-post")]
[Lane(OutboxLane.Notices)]
internal sealed class AnnouncePost(ICmsCategories categories, INotifications notifications) : IReaction<PostPublished>
{
    public async Task<Result> React(Envelope<PostPublished> happened, CancellationToken ct)
    {
        var post = happened.Event;
        if (await categories.Find(post.CategoryId, ct) is { CategoryKey: CmsCategory.Announcements, Visible: true })
        {
            await notifications.NotifyEveryone(
                NotificationType.Announcement, post.Title, post.Summary, $"post:{happened.AggregateId}:{happened.MessageId}", ct);
        }

        return Result.Success;
    }
}
