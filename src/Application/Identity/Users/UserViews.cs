using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Application.Identity.Users;

/// <summary>A person as they see themselves and as admins see them.</summary>
public sealed record UserView(
    long Id,
    string Username,
    string Email,
    string DisplayName,
    string Qq,
    string Phone,
    string Bio,
    string Intro,
    string AvatarUrl,
    long? PermissionGroupId,
    string Role,
    IReadOnlyList<string> Roles,
    [property: WordsOf(typeof(UserStatus))] string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>In which the service writes to them; absent for that of the site.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    /// <summary>Grants of an admin; absent for others.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Permissions { get; init; }
}

/// <summary>The person beside a pair of tokens; times are Unix seconds here.</summary>
public sealed record SignedInUser(
    long Id,
    string Username,
    string Email,
    string DisplayName,
    string Qq,
    string Phone,
    string Bio,
    string Intro,
    string AvatarUrl,
    long? PermissionGroupId,
    string Role,
    IReadOnlyList<string> Roles,
    [property: WordsOf(typeof(UserStatus))] string Status,
    long CreatedAt,
    long UpdatedAt)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Permissions { get; init; }
}

/// <summary>Tokens of a session. Lifetimes are in seconds.</summary>
/// <param name="RefreshToken">Absent when only the access token was renewed.</param>
public sealed record TokenPair(
    string AccessToken,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken,
    string TokenType,
    long ExpiresIn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? RefreshExpiresIn,
    SignedInUser User);

/// <summary>The columns of a user's row that views are made of.</summary>
internal sealed record UserRow(
    long Id,
    string Username,
    string Email,
    string DisplayName,
    string Qq,
    string Phone,
    string Bio,
    string Intro,
    string Avatar,
    long? PermissionGroupId,
    bool IsUser,
    bool IsAdmin,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string Language)
{
    public const string Columns =
        """
        u.id, u.username, u.email, u.display_name, u.qq, u.phone, u.bio, u.intro, u.avatar, u.permission_group_id,
        u.is_user, u.is_admin, u.status, u.created_at, u.updated_at, u.language
        """;

    public UserView View(IReadOnlyList<string>? permissions = null) =>
        new(
            Id, Username, Email, DisplayName.Length > 0 ? DisplayName : Username, Qq, Phone, Bio, Intro,
            UserViews.AvatarUrl(Avatar, Qq, Username), PermissionGroupId, UserViews.Role(IsAdmin), UserViews.Roles(IsAdmin, IsUser),
            Status, CreatedAt, UpdatedAt) { Permissions = permissions, Language = Language.Length > 0 ? Language : null };
}

internal static class UserViews
{
    public static UserView View(this User user, IReadOnlyList<string>? permissions = null) =>
        new(
            user.Id.Value, user.Username, user.Email, user.DisplayName.Length > 0 ? user.DisplayName : user.Username, user.Qq, user.Phone,
            user.Bio, user.Intro, AvatarUrl(user.Avatar, user.Qq, user.Username), user.PermissionGroupId?.Value, Role(user.IsAdmin),
            Roles(user.IsAdmin, user.IsUser), WireNames.Of(user.Status), user.CreatedAt, user.UpdatedAt)
        {
            Permissions = permissions, Language = user.Language.Length > 0 ? user.Language : null,
        };

    public static SignedInUser SignedIn(this User user, IReadOnlyList<string>? permissions)
    {
        var view = user.View();
        return new(
            view.Id, view.Username, view.Email, view.DisplayName, view.Qq, view.Phone, view.Bio, view.Intro, view.AvatarUrl,
            view.PermissionGroupId, view.Role, view.Roles, view.Status, view.CreatedAt.ToUnixTimeSeconds(),
            view.UpdatedAt.ToUnixTimeSeconds()) { Permissions = permissions };
    }

    /// <summary>The stored picture, else that of the QQ number, else a drawn one.</summary>
    public static string AvatarUrl(string avatar, string qq, string username)
    {
        if (avatar.Length > 0)
            return avatar;

        return qq.Length > 0
            ? $"https://q1.qlogo.cn/g?b=qq&nk={Uri.EscapeDataString(qq)}&s=100"
            : $"https://api.dicebear.com/7.x/identicon/svg?seed={Uri.EscapeDataString(username)}";
    }

    public static string Role(bool isAdmin) => isAdmin ? "admin" : "user";

    public static IReadOnlyList<string> Roles(bool isAdmin, bool isUser) => (isAdmin, isUser) switch
    {
        (true, true) => ["admin", "user"],
        (true, false) => ["admin"],
        _ => ["user"],
    };
}
