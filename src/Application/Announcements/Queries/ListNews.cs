using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Announcements;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Announcements.Queries;

/// <summary>What customers can read now, the most important first.</summary>
/// <param name="Audience">What is for these readers or for everybody; null or <c>all</c> for all there is.</param>
public sealed record ListNews(string? Audience, int Limit) : IQuery<Listing<NewsView>>;

public sealed record NewsView(
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

internal sealed class ListNewsHandler(IReadDb db, TimeProvider clock) : IQueryHandler<ListNews, Listing<NewsView>>
{
    private static readonly Sql<Args, NewsView> Rows = new(
        """
        select a.id, a.title, a.content, a.category, a.audience, a.is_pinned, a.priority, a.visible_from, a.visible_to, a.published_at
        from announcements a
        where a.status = 'published' and a.visible_from <= @Now and (a.visible_to is null or a.visible_to >= @Now)
          and (@Audience is null or a.audience in (@Audience, 'all'))
        order by a.is_pinned desc, a.priority desc, a.published_at desc, a.id desc
        offset 0 rows fetch next @Take rows only
        """);

    public async Task<Result<Listing<NewsView>>> Handle(ListNews query, CancellationToken ct)
    {
        var audience = query.Audience == Announcement.Everybody ? null : query.Audience;
        return new Listing<NewsView>(await db.List(Rows, new Args(audience, clock.GetUtcNow(), query.Limit), ct));
    }

    internal sealed record Args(string? Audience, DateTimeOffset Now, int Take);
}
