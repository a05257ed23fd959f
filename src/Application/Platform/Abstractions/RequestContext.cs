using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>The scope's actor; set once by whoever opens the scope.</summary>
public sealed class RequestContext : ICurrentActor
{
    public Actor Actor { get; private set; } = Actor.Anonymous;

    public string RequestId { get; private set; } = "-";

    public string? Address { get; private set; }

    /// <summary>True in the fresh scope in which a lost race is tried again.</summary>
    public bool IsRetry { get; private set; }

    public void Set(Actor actor, string requestId, string? address)
    {
        Actor = actor;
        RequestId = requestId;
        Address = address;
    }

    public void RetryOf(RequestContext first)
    {
        Set(first.Actor, first.RequestId, first.Address);
        IsRetry = true;
    }
}
