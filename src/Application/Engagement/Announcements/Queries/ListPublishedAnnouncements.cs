using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Announcements;

namespace VpsPanel.Application.Engagement.Announcements.Queries;

/// <summary>What customers can read now, the most important first.</summary>
/// <param name="Audience">What is for these readers or for everybody; null or <c>all</c> for all there is.</param>
public sealed record ListPublishedAnnouncements(string? Audience, int Limit) : IQuery<Listing<PublishedAnnouncementView>>;

public sealed record PublishedAnnouncementView(
    long Id,
    string Title,
    string Content,
    string Category,
    string Audience,
    bool IsPinned,
    int Priority,
    UnixSeconds VisibleFrom,
    UnixSeconds? VisibleTo,
    UnixSeconds? PublishedAt);

internal sealed class ListPublishedAnnouncementsHandler(
    IReadDb db, TimeProvider clock)
    : IQueryHandler<ListPublishedAnnouncements, Listing<PublishedAnnouncementView>>
{
    private static readonly Sql<Args, PublishedAnnouncementView> Rows = new(
        """
        select a.id, a.title, a.content, a.category, a.audience, a.is_pinned, a.priority, a.visible_from, a.visible_to, a.published_at
        from announcements a
        where a.status = 'published' and a.visible_from <= @Now and (a.visible_to is null or a.visible_to >= @Now)
          and (@Audience is null or a.audience in (@Audience, 'all'))
        order by a.is_pinned desc, a.priority desc, a.published_at desc, a.id desc
        offset 0 rows fetch next @Take rows only
        """);

    public async Task<Result<Listing<PublishedAnnouncementView>>> Handle(ListPublishedAnnouncements query, CancellationToken ct)
    {
        var audience = query.Audience == Announcement.Everybody ? null : query.Audience;
        return new Listing<PublishedAnnouncementView>(await db.List(Rows, new Args(audience, clock.GetUtcNow(), query.Limit), ct));
    }

    internal sealed record Args(string? Audience, DateTimeOffset Now, int Take);
}
