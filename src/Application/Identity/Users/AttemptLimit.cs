namespace VpsPanel.Application.Identity.Users;

/// <param name="Limit">Tries within the window that are free.</param>
/// <param name="Brake">
/// Null refuses more tries within the window. Otherwise each further one has to wait after the one before, one second first, then twice
/// as long each time and this long at most.
/// </param>
public sealed record AttemptLimit(string Kind, string Subject, int Limit, TimeSpan Window, TimeSpan? Brake = null);
