using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Uploads.Queries;

public sealed record ListUploads(Paging Paging) : IQuery<Page<UploadView>>;

internal sealed class ListUploadsHandler(IReadDb db) : IQueryHandler<ListUploads, Page<UploadView>>
{
    private static readonly Sql<Args, UploadView> Rows = new(
        """
        select u.id, u.name, concat('uploads/', u.path) as path, concat('/uploads/', u.path) as url, u.mime, u.size,
               coalesce(u.uploader_id, 0) as uploader_id, u.created_at
        from uploads u
        order by u.id desc offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<Args, long> Count = new("select cast(count(*) as bigint) from uploads");

    public async Task<Result<Page<UploadView>>> Handle(ListUploads query, CancellationToken ct) =>
        await db.Page(Rows, Count, new Args(query.Paging.Skip, query.Paging.Take), ct);

    internal sealed record Args(int Skip, int Take);
}
