using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Permissions;

namespace VpsPanel.Domain.Identity.Users;

public enum UserStatus
{
    Active,
    Disabled,
    Blocked,
}

/// <summary>A person: customer, administrator, or both.</summary>
[StreamName("user")]
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

    /// <summary>In which of <see cref="Languages"/> the service writes to them; empty for that of the site.</summary>
    public string Language { get; private set; } = "";

    public string PasswordHash { get; private set; } = "";

    public bool IsUser { get; private set; }

    public bool IsAdmin { get; private set; }

    public UserStatus Status { get; private set; }

    public PermissionGroupId? PermissionGroupId { get; private set; }

    public DateTimeOffset? LastLoginAt { get; private set; }

    public static User Register(
        string username, string email, string passwordHash, string qq = "", string phone = "", string language = "")
    {
        var user = New(username, email, passwordHash);
        user.IsUser = true;
        user.Qq = qq.Trim();
        user.Phone = phone.Trim();
        user.Language = language;
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

    /// <summary>Takes over what is not null. A changed name, address or phone number is a changed identity.</summary>
    public void Edit(ProfileChange change)
    {
        List<string> identity = [];
        Username = Identity(change.Username, Username, "username", identity);
        Email = Identity(change.Email, Email, "email", identity);
        Phone = Identity(change.Phone, Phone, "phone", identity);
        UsernameKey = Fold(Username);
        EmailKey = Fold(Email);
        DisplayName = change.DisplayName?.Trim() ?? DisplayName;
        Qq = change.Qq?.Trim() ?? Qq;
        Bio = change.Bio?.Trim() ?? Bio;
        Intro = change.Intro?.Trim() ?? Intro;
        Avatar = change.Avatar?.Trim() ?? Avatar;
        Language = change.Language ?? Language;
        if (identity.Count > 0)
            Raise(new UserIdentityChanged(Id, identity));
    }

    /// <summary>Whoever calls this also ends the sessions that the old password opened.</summary>
    public void ChangePassword(string passwordHash)
    {
        PasswordHash = passwordHash;
        Raise(new UserAccessChanged(Id));
    }

    public void SetStatus(UserStatus status)
    {
        if (Status == status)
            return;

        Status = status;
        Raise(new UserAccessChanged(Id));
    }

    public void Join(PermissionGroupId? group)
    {
        if (PermissionGroupId == group)
            return;

        PermissionGroupId = group;
        Raise(new UserAccessChanged(Id));
    }

    public void SignedIn(DateTimeOffset now) => LastLoginAt = now;

    private static string Identity(string? wanted, string current, string field, List<string> changed)
    {
        if (wanted is null || wanted.Trim() == current)
            return current;

        changed.Add(field);
        return wanted.Trim();
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
