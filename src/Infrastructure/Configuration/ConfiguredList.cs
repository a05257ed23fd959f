using Microsoft.Extensions.Configuration;

namespace VpsPanel.Infrastructure.Configuration;

/// <summary>
/// A list in the configuration, as one text with commas (what fits into an environment variable), as an array, or as both. A list that
/// guards something must not become empty, and so open to everybody, because it was written in another of these ways.
/// </summary>
public static class ConfiguredList
{
    /// <summary>The texts, trimmed; none when the key is missing or blank.</summary>
    /// <exception cref="InvalidOperationException">Something stands there that is no text; the message names the key.</exception>
    public static IReadOnlyList<string> Read(IConfiguration configuration, string key)
    {
        var section = configuration.GetSection(key);
        var texts = section.Value is { } text && !string.IsNullOrWhiteSpace(text) ? Parts(key, text).ToList() : [];
        foreach (var element in section.GetChildren())
            texts.AddRange(Parts(element.Path, element.Value));

        return texts;
    }

    private static string[] Parts(string key, string? text)
    {
        var parts = text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts is { Length: > 0 } ? parts : throw new InvalidOperationException($"{key} is empty or no text.");
    }
}
