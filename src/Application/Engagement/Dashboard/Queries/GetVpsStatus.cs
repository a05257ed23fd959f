using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Engagement.Dashboard.Queries;

public sealed record GetVpsStatus : IQuery<VpsStatusCounts>;

/// <summary>Both names hold the same counts.</summary>
public sealed record VpsStatusCounts(IReadOnlyList<VpsStatusCount> Items)
{
    public IReadOnlyList<VpsStatusCount> Points => Items;
}

public sealed record VpsStatusCount([property: WordsOf(typeof(VpsStatus))] string Status, long Count);

internal sealed class GetVpsStatusHandler(IReadDb db) : IQueryHandler<GetVpsStatus, VpsStatusCounts>
{
    private static readonly Sql<NoArgs, VpsStatusCount> Counts =
        new("select v.status, cast(count(*) as bigint) as count from vps v group by v.status order by v.status");

    public async Task<Result<VpsStatusCounts>> Handle(GetVpsStatus query, CancellationToken ct) =>
        new VpsStatusCounts(await db.List(Counts, NoArgs.Value, ct));
}
