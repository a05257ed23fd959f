using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Engagement.Announcements;

internal static class OperatorNames
{
    /// <summary>Who is named as the hand behind it: whom the caller names, else the caller.</summary>
    public static string NameOr(this ICurrentActor actor, string? named) =>
        string.IsNullOrWhiteSpace(named) ? actor.Actor.Name : named.Trim();
}
