namespace VpsPanel.Domain.Common;

/// <summary>Collects what is wrong with the fields of one form, so that an admin sees all of it at once.</summary>
internal sealed class FieldErrors
{
    public const long MaxCents = 1_000_000_000;
    private const int MaxSortOrder = 1_000_000;

    private readonly Dictionary<string, string[]> _details = [];

    /// <summary>Null when nothing is wrong.</summary>
    public Error? Error => _details.Count == 0
        ? null
        : new Error(ErrorKind.Validation, "request.invalid", _details.First().Value[0]) { Details = _details };

    public FieldErrors Name(string field, string text, int max = 128) =>
        Unless(text.Trim().Length > 0, field, "is required").Text(field, text, max);

    public FieldErrors Text(string field, string text, int max) => Unless(text.Length <= max, field, $"must be at most {max} characters");

    public FieldErrors Range(string field, long value, long min, long max) =>
        Unless(value >= min && value <= max, field, $"must be between {min} and {max}");

    public FieldErrors Price(string field, Money price) =>
        Unless(price.Cents is >= 0 and <= MaxCents, field, $"must be between 0 and {MaxCents / 100}");

    public FieldErrors SortOrder(int value) => Range("sort_order", value, -MaxSortOrder, MaxSortOrder);

    public FieldErrors Unless(bool fine, string field, string message)
    {
        if (!fine)
            _details.TryAdd(field, [$"{field} {message}"]);

        return this;
    }
}
