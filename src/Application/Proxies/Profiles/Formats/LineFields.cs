namespace VpsPanel.Application.Proxies.Profiles.Formats;

/// <summary>The line formats have no escape: what would end a field is either replaced or makes the proxy impossible.</summary>
internal static class LineFields
{
    /// <summary>A name without the signs that separate fields.</summary>
    public static string Label(string name) => string.Concat(name.Select(letter => letter switch
    {
        ',' or '=' or '"' or '[' or ']' or ';' or '#' or '\\' => ' ',
        _ => letter,
    })).Trim() is { Length: > 0 } label ? label : "node";

    /// <summary>The fields with commas between; null when a value cannot be written.</summary>
    /// <param name="separator">What stands between two fields.</param>
    public static string? Join(IReadOnlyList<string> head, IEnumerable<(string Name, string? Value)> options, string separator = ", ")
    {
        var given = options.Where(option => option.Value is not null).ToList();
        return head.Concat(given.Select(option => option.Value!)).All(IsPlain)
            ? string.Join(separator, head.Concat(given.Select(option => $"{option.Name}={option.Value}")))
            : null;
    }

    /// <summary>In quotation marks, within which a comma ends nothing. A value that has one itself stays as it is and is refused later.</summary>
    public static string Quoted(string value) => value.Contains('"', StringComparison.Ordinal) ? value : $"\"{value}\"";

    private static bool IsPlain(string value)
    {
        var inner = value.Length >= 2 && value[0] == '"' && value[^1] == '"' ? value.AsSpan(1, value.Length - 2) : value.AsSpan();
        if (inner.Length == value.Length && inner.Contains(','))
            return false;

        foreach (var letter in inner)
        {
            if (letter == '"' || char.IsControl(letter))
                return false;
        }

        return true;
    }
}
