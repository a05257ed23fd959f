namespace VpsPanel.Domain.Common;

/// <summary>Whoever acts. Robots and API keys act under their key's name and have no user.</summary>
/// <param name="ApiKeyId">0 for people and the system.</param>
public sealed record Actor(ActorKind Kind, UserId UserId, string Name, long ApiKeyId = 0)
{
    /// <summary>Tells callers apart for good, whatever they are called: <c>user:7</c>, <c>key:3</c>, or the kind of who has no id.</summary>
    public string Identity => UserId.Value != 0 ? $"user:{UserId.Value}" : ApiKeyId != 0 ? $"key:{ApiKeyId}" : $"{Kind}:{Name}";

    public static Actor Anonymous { get; } = new(ActorKind.Anonymous, default, "anonymous");

    public static Actor System { get; } = new(ActorKind.System, default, "system");

    public static Actor Gateway { get; } = new(ActorKind.Gateway, default, "gateway");
}
