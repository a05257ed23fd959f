using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Admin;

/// <summary>All VPS, newest first, without what opens them.</summary>
/// <param name="Status">A stored word; null for every status.</param>
/// <param name="UserId">0 for everyone's.</param>
/// <param name="Keyword">Part of the name, of the upstream's id, or of the owner's name.</param>
public sealed record ListVps(Paging Paging, string? Status, long UserId, string? Keyword) : IQuery<Page<VpsView>>;

internal sealed class ListVpsHandler(IReadDb db, VpsPresenter presenter) : IQueryHandler<ListVps, Page<VpsView>>
{
    private const string Where =
        """
        where (@Status = '' or v.status = @Status) and (@UserId = 0 or v.user_id = @UserId)
          and (@Q is null or lower(v.name) like @Q escape '!' or lower(v.automation_instance_id) like @Q escape '!'
               or exists (select 1 from users u where u.id = v.user_id and u.username_key like @Q escape '!'))
        """;

    private static readonly Sql<FilterArgs, VpsView> Rows = new(
        $"""
        {VpsColumns.Select}
        {Where}
        order by v.id desc offset @Skip rows fetch next @Take rows only
        """);

    private static readonly Sql<FilterArgs, long> Count = new($"select cast(count(*) as bigint) from vps v {Where}");

    public async Task<Result<Page<VpsView>>> Handle(ListVps query, CancellationToken ct)
    {
        var args = new FilterArgs(query.Status ?? "", query.UserId, Like.Containing(query.Keyword), query.Paging.Skip, query.Paging.Take);
        var page = await db.Page(Rows, Count, args, ct);
        return page with { Items = await presenter.Show(page.Items, withAccess: false, ct, forAdmin: true) };
    }

    internal sealed record FilterArgs(string Status, long UserId, string? Q, int Skip, int Take);
}
