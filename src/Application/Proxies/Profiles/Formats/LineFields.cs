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
    public static string? Join(IReadOnlyList<string> head, IEnumerable<(string Name, string? Value)> options)
    {
        var given = options.Where(option => option.Value is not null).ToList();
        return head.Concat(given.Select(option => option.Value!)).All(IsPlain)
            ? string.Join(", ", head.Concat(given.Select(option => $"{option.Name}={option.Value}")))
            : null;
    }

    private static bool IsPlain(string value) => value.All(letter => letter is not (',' or '"') && !char.IsControl(letter));
}
