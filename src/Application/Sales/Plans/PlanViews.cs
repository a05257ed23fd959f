using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Application.Sales.Plans;

/// <summary>A plan as admins see it.</summary>
public sealed record PlanView(
    long Id,
    string Name,
    string Slug,
    string Description,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Features,
    long PriceCents,
    string Currency,
    int DurationDays,
    long TrafficLimitBytes,
    int DevicesLimit,
    int SortOrder,
    [property: WordsOf(typeof(PlanStatus))] string Status,
    bool Visible,
    UnixSeconds CreatedAt,
    UnixSeconds UpdatedAt,
    [property: WordsOf(typeof(QuotaReset))] string Reset)
{
    public const string Columns =
        """
        p.id, p.name, p.slug, p.description, p.tags, p.features, p.price_cents, p.currency, p.duration_days, p.traffic_limit_bytes,
        p.devices_limit, p.sort_order, p.status, p.visible, p.created_at, p.updated_at, p.reset
        """;
}

/// <summary>Commands answer in the same shape as the list.</summary>
internal sealed class PlanMaps : Mappings
{
    public PlanMaps() => CreateMap<Plan, PlanView>();
}
