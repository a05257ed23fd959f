using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Http.Panel;

/// <summary>Where the routes of the panel's family begin.</summary>
internal static class PanelRoutes
{
    /// <summary>What every route of the family begins with.</summary>
    public const string Root = "/api/v1";

    private const string DefaultPrefix = "admin";

    // A prefix that begins like one of our own routes would answer in their place.
    private static readonly string[] Taken =
        ["user", "auth", "orders", "payments", "install", "integrations", "subscriptions", "nodes", "vps", "wallet", "cart", "me"];

    /// <summary>For people with the role <c>user</c>.</summary>
    public static RouteGroupBuilder MapPanelUser(this WebApplication app) =>
        app.MapGroup("/api/v1/user").WithTags("Panel").NeedsUserRole();

    /// <summary>Each route names the permission that it needs.</summary>
    public static RouteGroupBuilder MapPanelAdmin(this WebApplication app) =>
        app.MapGroup(AdminRoot(app.Configuration)).WithTags("Panel admin");

    /// <summary>Where the admin routes begin in this installation.</summary>
    public static string AdminRoot(IConfiguration configuration) => $"{Root}/{AdminPrefix(configuration)}";

    /// <summary><c>Panel:AdminPrefix</c> without its outer slashes; may have several parts.</summary>
    /// <exception cref="InvalidOperationException">It is no path, or hides other routes.</exception>
    public static string AdminPrefix(IConfiguration configuration)
    {
        var prefix = configuration["Panel:AdminPrefix"]?.Trim().Trim('/') ?? "";
        if (prefix.Length == 0)
            return DefaultPrefix;

        var parts = prefix.Split('/');
        return parts.All(IsPlain) && !Taken.Contains(parts[0], StringComparer.OrdinalIgnoreCase)
            ? prefix
            : throw new InvalidOperationException(
                "Panel:AdminPrefix takes letters, digits, - and _ between slashes, and does not begin like another route.");
    }

    private static bool IsPlain(string part) =>
        part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
