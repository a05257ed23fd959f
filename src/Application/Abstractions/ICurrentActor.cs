using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Abstractions;

/// <summary>Who sent the message at hand, and from where.</summary>
public interface ICurrentActor
{
    Actor Actor { get; }

    ActorKind Kind => Actor.Kind;

    UserId UserId => Actor.UserId;

    /// <summary>Ties the log, the audit row and the error body of one request together.</summary>
    string RequestId { get; }

    /// <summary>The caller's address; null inside the process.</summary>
    string? Address { get; }
}

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
