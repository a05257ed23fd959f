namespace VpsPanel.Application.Identity.Sessions;

/// <summary>A signed token and how long it works.</summary>
public sealed record AccessToken(string Text, TimeSpan Lifetime);
