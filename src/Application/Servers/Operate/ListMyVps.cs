using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Operate;

/// <summary>The caller's VPS, newest first; the newest thousand of them.</summary>
public sealed record ListMyVps : IQuery<Listing<VpsView>>;

internal sealed class ListMyVpsHandler(IReadDb db, VpsPresenter presenter, ICurrentActor actor) : IQueryHandler<ListMyVps, Listing<VpsView>>
{
    private static readonly Sql<OwnerArgs, VpsView> Mine = new(
        $"""
        {VpsColumns.Select}
        where v.user_id = @UserId
        order by v.id desc offset 0 rows fetch next 1000 rows only
        """);

    public async Task<Result<Listing<VpsView>>> Handle(ListMyVps query, CancellationToken ct) =>
        new Listing<VpsView>(await presenter.Show(await db.List(Mine, new OwnerArgs(actor.UserId.Value), ct), withAccess: true, ct));

    internal sealed record OwnerArgs(long UserId);
}
