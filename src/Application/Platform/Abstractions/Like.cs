namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Patterns for <c>lower(column) like @Pattern escape '!'</c>, on both databases.</summary>
public static class Like
{
    /// <summary>From so many characters on an index of triples of characters finds them anywhere in a text.</summary>
    public const int Substring = 3;

    /// <summary>
    /// Matches texts that contain these words as they are, whatever the case; null for blank words. Words of fewer than
    /// <see cref="Substring"/> characters match texts that begin with them.
    /// </summary>
    public static string? Containing(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return null;

        var escaped = words.Trim().ToLowerInvariant()
            .Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal)
            .Replace("[", "![", StringComparison.Ordinal);
        return words.Trim().Length < Substring ? $"{escaped}%" : $"%{escaped}%";
    }
}
