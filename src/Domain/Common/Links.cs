namespace VpsPanel.Domain.Common;

/// <summary>The one rule for addresses that people write and others click on or load.</summary>
public static class Links
{
    /// <summary>For the text of a refusal.</summary>
    public const string Rule = "must be an http or https address, or a path of this site";

    private static readonly string[] Web = ["http", "https"];

    /// <summary>Those that a link may have besides: they start no script.</summary>
    private static readonly string[] Clickable = [.. Web, "mailto", "tel"];

    /// <summary>Blank, an http or https address with a host, or a reference that stays on this site.</summary>
    public static bool IsSafe(string? text) => IsSafe(text, Web);

    /// <summary>Likewise, or an address to write or to call to.</summary>
    public static bool IsClickable(string? text) => IsSafe(text, Clickable);

    /// <summary>Blank, or where a service is: an http or https address without login, query and fragment.</summary>
    public static bool IsService(string? text) => string.IsNullOrWhiteSpace(text) || Called(text) is { Query.Length: 0 };

    /// <summary>Likewise, with or without a query, in which chat services carry their token.</summary>
    public static bool IsEndpoint(string? text) => string.IsNullOrWhiteSpace(text) || Called(text) is not null;

    /// <summary>Whether the text names no scheme or one of these, as browsers read it.</summary>
    public static bool HasNoSchemeBut(string url, IReadOnlyList<string> schemes)
    {
        var end = url.AsSpan().IndexOfAny(":/?#\\");
        return end < 0 || url[end] != ':' || schemes.Contains(url[..end], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a program can call; null for what it cannot, and for addresses that hold a login or a fragment.</summary>
    private static Uri? Called(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && Web.Contains(uri.Scheme) && uri.Host.Length > 0
        && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0 && !text.Trim().Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
            ? uri
            : null;

    private static bool IsSafe(string? text, string[] schemes)
    {
        if (string.IsNullOrWhiteSpace(text))
            return true;

        // Browsers leave out some of these, and read a backslash as a slash.
        var url = text.Trim();
        if (url.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '"' or '\'' or '<' or '>' or '`' or '\\'))
            return false;

        if (url.StartsWith("//", StringComparison.Ordinal) || !HasNoSchemeBut(url, schemes))
            return false;

        return !url.StartsWith("http", StringComparison.OrdinalIgnoreCase) || HasNoSchemeBut(url, [])
            || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0);
    }
}
