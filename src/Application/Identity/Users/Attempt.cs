namespace VpsPanel.Application.Identity.Users;

/// <param name="Id">Null when the try was refused.</param>
/// <param name="Wait">How long the caller has to wait; null when the try may be judged.</param>
public sealed record Attempt(string? Id, TimeSpan? Wait);
