using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Sessions;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>The scope's actor; set once by whoever opens the scope.</summary>
public sealed class RequestContext : ICurrentActor
{
    public Actor Actor { get; private set; } = Actor.Anonymous;

    public string RequestId { get; private set; } = "-";

    public string? Address { get; private set; }

    public SessionId? Session { get; private set; }

    public IReadOnlyList<string> Grants { get; private set; } = [];

    /// <summary>True in the fresh scope in which a lost race is tried again.</summary>
    public bool IsRetry { get; private set; }

    public void Set(Actor actor, string requestId, string? address, SessionId? session = null, IReadOnlyList<string>? grants = null)
    {
        Actor = actor;
        RequestId = requestId;
        Address = address;
        Session = session;
        Grants = grants ?? [];
    }

    /// <summary>The same caller in another scope.</summary>
    public void SetAs(RequestContext caller) => Set(caller.Actor, caller.RequestId, caller.Address, caller.Session, caller.Grants);

    public void RetryOf(RequestContext first)
    {
        SetAs(first);
        IsRetry = true;
    }
}
