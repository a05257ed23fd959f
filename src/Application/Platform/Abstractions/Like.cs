namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>Patterns for <c>lower(column) like @Pattern escape '!'</c>, on both databases.</summary>
public static class Like
{
    /// <summary>Matches texts that contain these words as they are, whatever the case; null for blank words.</summary>
    public static string? Containing(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return null;

        var escaped = words.Trim().ToLowerInvariant()
            .Replace("!", "!!", StringComparison.Ordinal)
            .Replace("%", "!%", StringComparison.Ordinal)
            .Replace("_", "!_", StringComparison.Ordinal)
            .Replace("[", "![", StringComparison.Ordinal);
        return $"%{escaped}%";
    }
}
