namespace VpsPanel.Application.Platform.Settings;

/// <summary>Time zones by the names of the IANA database.</summary>
internal static class ZoneNames
{
    // The zone data also hold copies that count leap seconds, and files that are no zones. Names of other systems are mapped silently.
    private static readonly string[] NotZones = ["posix/", "right/", "localtime", "posixrules", "Factory"];

    /// <summary>Null when there is no zone of exactly this name.</summary>
    public static TimeZoneInfo? Find(string name) =>
        name.Length is > 0 and <= 64
        && name.Split('/').All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '+'))
        && !NotZones.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name
            ? zone
            : null;
}
