using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Application.Sales.Plans;

/// <summary>A plan's form. What is missing keeps its value, or is the default of a new plan.</summary>
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
    bool? Visible = null)
{
    internal Result<PlanTerms> Over(Plan? plan)
    {
        if (ReadStatus(plan) is not { } status)
            return Error.Validation("status", $"status must be one of {string.Join(", ", WireNames.All<PlanStatus>())}");

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
            Visible ?? plan?.Visible ?? false);
    }

    private string ReadCurrency(Plan? plan) =>
        string.IsNullOrWhiteSpace(Currency) ? plan?.Currency ?? Money.DefaultCurrency : Currency.Trim().ToUpperInvariant();

    private PlanStatus? ReadStatus(Plan? plan)
    {
        if (string.IsNullOrWhiteSpace(Status))
            return plan?.Status ?? PlanStatus.Draft;

        return WireNames.TryParse<PlanStatus>(Status, out var status) ? status : null;
    }
}
