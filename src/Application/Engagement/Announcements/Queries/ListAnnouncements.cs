using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Announcements.Queries;

/// <summary>All of them, pinned ones first, for admins. What is null lets every one through.</summary>
/// <param name="Search">Part of the title or the content.</param>
public sealed record ListAnnouncements(
    string? Search, string? Status, string? Category, string? Audience, string? Sort, string? Direction, Paging Paging)
    : IQuery<Page<AnnouncementView>>;

internal sealed class ListAnnouncementsHandler(IReadDb db) : IQueryHandler<ListAnnouncements, Page<AnnouncementView>>
{
    private const string Wanted =
        """
        from announcements a
        where (@Search is null or lower(a.title) like @Search escape '!' or lower(a.content) like @Search escape '!')
          and (@Status is null or a.status = @Status)
          and (@Category is null or lower(a.category) = @Category)
          and (@Audience is null or a.audience = @Audience)
        """;

    // Databases differ about where nothing sorts; a draft counts from its making.
    private static readonly Sql<Args, AnnouncementView> Rows = new(
        $"""
        select a.id, a.title, a.content, a.category, a.status, a.audience, a.is_pinned, a.priority, a.visible_from, a.visible_to,
               a.published_at, a.published_by, a.created_by, a.updated_by, a.created_at, a.updated_at
        {Wanted}
        order by a.is_pinned desc,
                 case when @SortBy = 'published asc' then coalesce(a.published_at, a.created_at) end,
                 case when @SortBy = 'published desc' then coalesce(a.published_at, a.created_at) end desc,
                 case when @SortBy = 'created asc' then a.created_at end, case when @SortBy = 'created desc' then a.created_at end desc,
                 case when @SortBy = 'title asc' then a.title end, case when @SortBy = 'title desc' then a.title end desc,
                 case when @SortBy = 'priority asc' then a.priority end, case when @SortBy = 'priority desc' then a.priority end desc,
                 a.id desc
        offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new($"select cast(count(*) as bigint) {Wanted}");

    private static readonly SortKeys Keys = new("published", true, "created", "title", "priority");

    public async Task<Result<Page<AnnouncementView>>> Handle(ListAnnouncements query, CancellationToken ct)
    {
        var args = new Args(
            Like.Containing(query.Search),
            query.Status,
            query.Category,
            query.Audience,
            Keys.Read(query.Sort, query.Direction),
            query.Paging.Skip,
            query.Paging.Take);
        return await db.Page(Rows, Count, args, ct);
    }

    internal sealed record Args(string? Search, string? Status, string? Category, string? Audience, string SortBy, int Skip, int Take);
}
