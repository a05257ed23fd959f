using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.Subscriptions;

/// <summary>A subscription as its owner sees it.</summary>
/// <param name="TemplateId">In use: the owner's choice, or the default; 0 when no template is published.</param>
/// <param name="AvailableTemplateIds">The published ones that the owner may choose.</param>
/// <param name="TrafficTotalBytes">Of this period when the traffic comes back; 0 for no limit.</param>
/// <param name="Reset">When the traffic comes back.</param>
/// <param name="PeriodStartedAt">Since when the used traffic is counted.</param>
/// <param name="NextResetAt">When it comes back next; 0 for never.</param>
public sealed record MySubscriptionView(
    long Id,
    string Name,
    string PlanName,
    [property: WordsOf(typeof(SubscriptionStatus))] string Status,
    long TemplateId,
    IReadOnlyList<long> AvailableTemplateIds,
    UnixSeconds ExpiresAt,
    long TrafficTotalBytes,
    long TrafficUsedBytes,
    int DevicesLimit,
    UnixSeconds LastRefreshedAt,
    [property: WordsOf(typeof(QuotaReset))] string Reset,
    UnixSeconds PeriodStartedAt,
    UnixSeconds NextResetAt)
{
    /// <summary>As it is stored, completed by what that means now.</summary>
    internal MySubscriptionView With(TemplateChooser choose)
    {
        var (inUse, offered) = choose(TemplateId == 0 ? null : TemplateId, AvailableTemplateIds);
        return this with { TemplateId = inUse, AvailableTemplateIds = offered };
    }
}

/// <summary>A subscription as admins see it; its secrets are for its owner only.</summary>
/// <inheritdoc cref="MySubscriptionView"/>
public sealed record SubscriptionView(
    long Id,
    long UserId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? PlanId,
    string Name,
    string PlanName,
    [property: WordsOf(typeof(SubscriptionStatus))] string Status,
    long TemplateId,
    IReadOnlyList<long> AvailableTemplateIds,
    UnixSeconds ExpiresAt,
    long TrafficTotalBytes,
    long TrafficUsedBytes,
    int DevicesLimit,
    UnixSeconds LastRefreshedAt,
    UnixSeconds CreatedAt,
    UnixSeconds UpdatedAt,
    [property: WordsOf(typeof(QuotaReset))] string Reset,
    UnixSeconds PeriodStartedAt,
    UnixSeconds NextResetAt)
{
    /// <inheritdoc cref="MySubscriptionView.With"/>
    internal SubscriptionView With(TemplateChooser choose)
    {
        var (inUse, offered) = choose(TemplateId == 0 ? null : TemplateId, AvailableTemplateIds);
        return this with { TemplateId = inUse, AvailableTemplateIds = offered };
    }
}

internal static class SubscriptionSql
{
    /// <summary>The stored word lags behind the clock until the next pass of the expiry task.</summary>
    public const string Status = "case when s.status = 'active' and s.expires_at <= @Now then 'expired' else s.status end";

    /// <summary>The row lags behind here too: from the instant on at which the quota comes back, everybody reads the fresh one.</summary>
    public const string Total = "case when s.next_reset_at <= @Now then s.quota_bytes else s.traffic_total_bytes end";

    /// <inheritdoc cref="Total"/>
    public const string Used = "case when s.next_reset_at <= @Now then 0 else s.traffic_used_bytes end";

    public const string Page =
        """
        order by case when @SortBy = 'name asc' then s.name end, case when @SortBy = 'name desc' then s.name end desc,
                 case when @SortBy = 'plan_name asc' then s.plan_name end, case when @SortBy = 'plan_name desc' then s.plan_name end desc,
                 case when @SortBy = 'status asc' then s.status end, case when @SortBy = 'status desc' then s.status end desc,
                 case when @SortBy = 'expires_at asc' then s.expires_at end,
                 case when @SortBy = 'expires_at desc' then s.expires_at end desc,
                 case when @SortBy = 'created_at asc' then s.created_at end,
                 case when @SortBy = 'created_at desc' then s.created_at end desc,
                 case when @SortBy = 'updated_at asc' then s.updated_at end,
                 case when @SortBy = 'updated_at desc' then s.updated_at end desc,
                 s.id desc
        offset @Skip rows fetch next @Take rows only
        """;

    public static SortKeys Keys { get; } = new("updated_at", true, "name", "plan_name", "status", "expires_at", "created_at");
}

/// <summary>Commands answer in the same shape as the list.</summary>
internal sealed class SubscriptionMaps : Mappings
{
    public SubscriptionMaps() => CreateMap<Subscription, SubscriptionView>();
}
