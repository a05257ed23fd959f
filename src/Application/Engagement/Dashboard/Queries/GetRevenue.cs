using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Dashboard.Queries;

/// <param name="Period"><c>month</c> for seven months; everything else is 31 days.</param>
public sealed record GetRevenue(string? Period) : IQuery<RevenueSeries>;

/// <summary>Oldest first, the running period included. Both names hold the same points.</summary>
public sealed record RevenueSeries(IReadOnlyList<RevenuePoint> Items)
{
    public IReadOnlyList<RevenuePoint> Points => Items;
}

internal sealed class GetRevenueHandler(IReadDb db, TimeProvider clock) : IQueryHandler<GetRevenue, RevenueSeries>
{
    private const int Months = 7;

    public async Task<Result<RevenueSeries>> Handle(GetRevenue query, CancellationToken ct)
    {
        var byMonth = string.Equals(query.Period?.Trim(), "month", StringComparison.OrdinalIgnoreCase);
        var now = clock.GetUtcNow();
        return new RevenueSeries(byMonth ? await db.Monthly(Months, now, ct) : await db.Daily(GetOverviewHandler.Days, now, ct));
    }
}
