using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Accounts;

public enum UserStatus
{
    Active,
    Disabled,
    Blocked,
}

/// <summary>A person: customer, administrator, or both.</summary>
public sealed class User : AggregateRoot<UserId>
{
    private User()
    {
    }

    public string Username { get; private set; } = "";

    /// <summary>As given; compared without case through <see cref="EmailKey"/>.</summary>
    public string Email { get; private set; } = "";

    public string UsernameKey { get; private set; } = "";

    public string EmailKey { get; private set; } = "";

    /// <summary>Empty means: show the username.</summary>
    public string DisplayName { get; private set; } = "";

    public string Qq { get; private set; } = "";

    public string Phone { get; private set; } = "";

    public string Bio { get; private set; } = "";

    public string Intro { get; private set; } = "";

    public string Avatar { get; private set; } = "";

    public string PasswordHash { get; private set; } = "";

    public bool IsUser { get; private set; }

    public bool IsAdmin { get; private set; }

    public UserStatus Status { get; private set; }

    public PermissionGroupId? PermissionGroupId { get; private set; }

    public DateTimeOffset? LastLoginAt { get; private set; }

    public static User Register(string username, string email, string passwordHash, string qq = "", string phone = "")
    {
        var user = New(username, email, passwordHash);
        user.IsUser = true;
        user.Qq = qq.Trim();
        user.Phone = phone.Trim();
        return user;
    }

    /// <summary>An administrator, who can also buy.</summary>
    public static User Appoint(string username, string email, string passwordHash, PermissionGroupId? group)
    {
        var user = New(username, email, passwordHash);
        user.IsUser = true;
        user.IsAdmin = true;
        user.PermissionGroupId = group;
        return user;
    }

    private static User New(string username, string email, string passwordHash)
    {
        var user = new User
        {
            Username = username.Trim(),
            Email = email.Trim(),
            PasswordHash = passwordHash,
            Status = UserStatus.Active,
        };
        user.UsernameKey = Fold(user.Username);
        user.EmailKey = Fold(user.Email);
        return user;
    }

    /// <summary>The form in which names and addresses are compared and kept unique.</summary>
    public static string Fold(string text) => text.Trim().ToLowerInvariant();
}
