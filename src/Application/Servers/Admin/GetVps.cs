using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Admin;

public sealed record GetVps(VpsId Id) : IQuery<VpsView>;

internal sealed class GetVpsHandler(IReadDb db, VpsPresenter presenter) : IQueryHandler<GetVps, VpsView>
{
    private static readonly Sql<IdArgs, VpsView> ById = new($"{VpsColumns.Select} where v.id = @Id");

    public async Task<Result<VpsView>> Handle(GetVps query, CancellationToken ct) =>
        await presenter.Show(await db.First(ById, new IdArgs(query.Id.Value), ct), ct, forAdmin: true);

    internal sealed record IdArgs(long Id);
}
