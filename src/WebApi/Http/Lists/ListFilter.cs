using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http.Lists;

/// <summary>
/// A parameter of a list that lets through only rows with one value. Blank and <c>all</c> mean no filter, in any case.
/// </summary>
/// <param name="Parameter">Its name in the query.</param>
/// <param name="Words">What it may be, in lower case; empty for any word.</param>
internal sealed record ListFilter(string Parameter, IReadOnlyList<string> Words)
{
    public const string All = "all";

    /// <summary>Other names of some of the words.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether several words may stand in it, comma between.</summary>
    public bool TakesSeveral { get; init; }

    /// <summary>Whether the list is filtered even when the parameter is missing, so that <c>all</c> has to be said to the handler.</summary>
    public bool HasDefault { get; init; }

    /// <summary>For an answer that is documented; others name the words.</summary>
    public Error? Refusal { get; init; }

    /// <summary>Where the words come from, if they are those of an enumeration.</summary>
    public Type? Enumeration { get; init; }

    /// <summary>The stored words of an enumeration.</summary>
    public static ListFilter Of<TEnum>(string parameter = "status")
        where TEnum : struct, Enum => new(parameter, WireNames.All<TEnum>()) { Enumeration = typeof(TEnum) };

    public static ListFilter OneOf(string parameter, params string[] words) => new(parameter, words);

    /// <summary>A word that admins or programs make up, matched as it is.</summary>
    public static ListFilter AnyWord(string parameter) => new(parameter, []);

    public static ListFilter Flag(string parameter) => new(parameter, ["true", "false"])
    {
        Aliases = new Dictionary<string, string> { ["1"] = "true", ["0"] = "false" },
    };

    /// <summary>What the handler gets for what a client sent: null for no filter.</summary>
    public Result<string?> Read(string text)
    {
        if (text.Trim().Length == 0 || IsAll(text))
            return HasDefault ? All : null;

        if (Words.Count == 0)
            return text.Trim();

        var parts = TakesSeveral ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text.Trim()];
        if (TakesSeveral && (parts.Length == 0 || parts.Any(IsAll)))
            return (string?)null;

        var words = parts.Select(Known).ToList();
        return words.Contains(null) ? Unknown() : string.Join(',', words);
    }

    private static bool IsAll(string text) => text.Trim().Equals(All, StringComparison.OrdinalIgnoreCase);

    private string? Known(string text)
    {
        var word = text.ToLowerInvariant();
        return Words.Contains(word) ? word : Aliases.GetValueOrDefault(word);
    }

    private Error Unknown() => Refusal
        ?? Error.Validation(Parameter, $"{Parameter} must be one of {string.Join(", ", Words)}, or {All}", "request.invalid_filter");
}
