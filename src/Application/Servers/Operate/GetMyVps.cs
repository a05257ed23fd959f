using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Operate;

public sealed record GetMyVps(VpsId Id) : IQuery<VpsView>;

internal sealed class GetMyVpsHandler(IReadDb db, VpsPresenter presenter, ICurrentActor actor) : IQueryHandler<GetMyVps, VpsView>
{
    private static readonly Sql<MineArgs, VpsView> Mine = new($"{VpsColumns.Select} where v.id = @Id and v.user_id = @UserId");

    public async Task<Result<VpsView>> Handle(GetMyVps query, CancellationToken ct) =>
        await presenter.Show(await db.First(Mine, new MineArgs(query.Id.Value, actor.UserId.Value), ct), ct);

    internal sealed record MineArgs(long Id, long UserId);
}
