namespace VpsPanel.Domain.Common;

/// <summary>Whoever acts. Robots and API keys act under their key's name and have no user.</summary>
public sealed record Actor(ActorKind Kind, UserId UserId, string Name)
{
    public static Actor Anonymous { get; } = new(ActorKind.Anonymous, default, "anonymous");

    public static Actor System { get; } = new(ActorKind.System, default, "system");

    public static Actor Gateway { get; } = new(ActorKind.Gateway, default, "gateway");
}
