namespace VpsPanel.Domain.Identity.Users;

/// <summary>Null keeps a field as it is.</summary>
public sealed record ProfileChange(
    string? Username = null,
    string? Email = null,
    string? DisplayName = null,
    string? Qq = null,
    string? Phone = null,
    string? Bio = null,
    string? Intro = null,
    string? Avatar = null,
    string? Language = null);
