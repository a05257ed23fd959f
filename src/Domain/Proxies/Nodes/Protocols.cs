using System.Text.RegularExpressions;

namespace VpsPanel.Domain.Proxies.Nodes;

/// <summary>Names of protocols: lower case, such as <c>vless</c> or <c>http</c>.</summary>
public static partial class Protocols
{
    public const int MaxLength = 32;

    public static string Fold(string name) => name.Trim().ToLowerInvariant();

    /// <param name="name">Folded.</param>
    public static bool IsName(string name) => Name().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._+-]{0,31}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name();
}
