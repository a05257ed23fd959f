using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Application.Sales.Plans;

/// <summary>A plan's form. What is missing keeps its value, or is the default of a new plan.</summary>
/// <param name="Reset">When the traffic of those who subscribe from now on comes back; then <c>traffic_limit_bytes</c> is the quota of one period.</param>
public sealed record PlanFields(
    string? Name = null,
    string? Slug = null,
    string? Description = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<string>? Features = null,
    [property: JsonConverter(typeof(CentsConverter))] long? PriceCents = null,
    string? Currency = null,
    int? DurationDays = null,
    long? TrafficLimitBytes = null,
    int? DevicesLimit = null,
    int? SortOrder = null,
    [property: WordsOf(typeof(PlanStatus))] string? Status = null,
    bool? Visible = null,
    [property: WordsOf(typeof(QuotaReset))] string? Reset = null)
{
    internal Result<PlanTerms> Over(Plan? plan)
    {
        if (ReadStatus(plan) is not { } status)
            return Error.Validation("status", $"status must be one of {string.Join(", ", WireNames.All<PlanStatus>())}");

        if (ReadReset(plan) is not { } reset)
            return Error.Validation("reset", $"reset must be one of {string.Join(", ", WireNames.All<QuotaReset>())}");

        return new PlanTerms(
            Name ?? plan?.Name ?? "",
            Slug ?? plan?.Slug ?? "",
            Description ?? plan?.Description ?? "",
            Tags ?? plan?.Tags ?? [],
            Features ?? plan?.Features ?? [],
            new Money(PriceCents ?? plan?.PriceCents ?? 0, ReadCurrency(plan)),
            DurationDays ?? plan?.DurationDays ?? 0,
            TrafficLimitBytes ?? plan?.TrafficLimitBytes ?? 0,
            DevicesLimit ?? plan?.DevicesLimit ?? 0,
            SortOrder ?? plan?.SortOrder ?? 0,
            status,
            Visible ?? plan?.Visible ?? false,
            reset);
    }

    private string ReadCurrency(Plan? plan) =>
        string.IsNullOrWhiteSpace(Currency) ? plan?.Currency ?? Money.DefaultCurrency : Currency.Trim().ToUpperInvariant();

    private QuotaReset? ReadReset(Plan? plan)
    {
        if (string.IsNullOrWhiteSpace(Reset))
            return plan?.Reset ?? QuotaReset.None;

        return WireNames.TryParse<QuotaReset>(Reset, out var reset) ? reset : null;
    }

    private PlanStatus? ReadStatus(Plan? plan)
    {
        if (string.IsNullOrWhiteSpace(Status))
            return plan?.Status ?? PlanStatus.Draft;

        return WireNames.TryParse<PlanStatus>(Status, out var status) ? status : null;
    }
}
