namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>
/// What a list can be sorted by. The SQL compares @SortBy with each key in its <c>order by</c>, for example
/// <c>case when @SortBy = 'name asc' then name end, case when @SortBy = 'name desc' then name end desc, id</c>.
/// </summary>
/// <param name="byDefault">Used for a key that is missing or unknown.</param>
/// <param name="descending">Used for a direction that is missing or unknown.</param>
/// <param name="keys">The other keys.</param>
public sealed class SortKeys(string byDefault, bool descending, params string[] keys)
{
    /// <summary>A key and a direction, such as <c>name asc</c>.</summary>
    public string Read(string? key, string? direction)
    {
        var known = keys.FirstOrDefault(candidate => candidate.Equals(key?.Trim(), StringComparison.OrdinalIgnoreCase)) ?? byDefault;
        var isDescending = direction?.Trim().ToLowerInvariant() switch { "asc" => false, "desc" => true, _ => descending };
        return $"{known} {(isDescending ? "desc" : "asc")}";
    }
}
