using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Plans;

/// <summary>Bounds that keep the sum of ten periods, and of a life of renewals, far from where numbers overflow.</summary>
public static class PlanRules
{
    public const long MaxPriceCents = 1_000_000_000;
    public const int MaxDurationDays = 3660;
    public const long MaxTrafficBytes = 1_000_000_000_000_000;
    public const int MaxDevices = 10_000;

    private const int MaxSortOrder = 1_000_000;
    private const int MaxWords = 50;
    private const int MaxWord = 200;

    internal static Error? Validate(PlanTerms terms, string slug)
    {
        Dictionary<string, string[]> details = [];
        Text(details, "name", terms.Name, Plan.MaxName, required: true);
        Text(details, "slug", slug, Plan.MaxSlug, required: true);
        Text(details, "description", terms.Description, Plan.MaxDescription);
        Words(details, "tags", terms.Tags);
        Words(details, "features", terms.Features);
        Range(details, "price_cents", terms.Price.Cents, 0, MaxPriceCents);
        Range(details, "duration_days", terms.DurationDays, 1, MaxDurationDays);
        Range(details, "traffic_limit_bytes", terms.TrafficLimitBytes, 0, MaxTrafficBytes);
        Range(details, "devices_limit", terms.DevicesLimit, 0, MaxDevices);
        Range(details, "sort_order", terms.SortOrder, -MaxSortOrder, MaxSortOrder);
        if (terms.Price.Currency.Length != 3 || !terms.Price.Currency.All(char.IsAsciiLetterUpper))
            details.Add("currency", ["currency must be three letters"]);

        return details.Count == 0
            ? null
            : new Error(ErrorKind.Validation, "request.invalid", details.First().Value[0]) { Details = details };
    }

    private static void Text(Dictionary<string, string[]> details, string field, string text, int max, bool required = false)
    {
        if (required && string.IsNullOrWhiteSpace(text))
            details.Add(field, [$"{field} is required"]);
        else if (text.Length > max)
            details.Add(field, [$"{field} must be at most {max} characters"]);
    }

    private static void Words(Dictionary<string, string[]> details, string field, IReadOnlyList<string> words)
    {
        if (words.Count > MaxWords || words.Any(word => word is null or { Length: > MaxWord }))
            details.Add(field, [$"{field} must be at most {MaxWords} texts of at most {MaxWord} characters"]);
    }

    private static void Range(Dictionary<string, string[]> details, string field, long value, long min, long max)
    {
        if (value < min || value > max)
            details.Add(field, [$"{field} must be between {min} and {max}"]);
    }
}
