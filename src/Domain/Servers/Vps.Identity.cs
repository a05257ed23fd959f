using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

/// <content>
/// Which machine it stands for. The upstream's id alone does not tell: an upstream that was restored or rebuilt gives ids out again.
/// </content>
public sealed partial class Vps
{
    /// <summary>
    /// What the upstream calls the machine. Written when the machine is asked for, recorded or linked again, never by a look: a difference
    /// means that another machine has the id. Blank on rows from before it was kept, and on dry runs.
    /// </summary>
    public string HostName { get; private set; } = "";

    /// <summary>The provider's own uuid or tag of the machine; null where it has none.</summary>
    public string? HostUuid { get; private set; }

    /// <summary>When the upstream last showed the machine under its id and its name.</summary>
    public DateTimeOffset? IdentityCheckedAt { get; private set; }

    /// <summary>Since when nobody knows which machine this is; null while it is known.</summary>
    public DateTimeOffset? IdentityLostAt { get; private set; }

    /// <summary>What the upstream called the machine that had the id then.</summary>
    public string? IdentityFoundName { get; private set; }

    /// <summary>The upstream made the machine, and it has the name that was asked for.</summary>
    public void AttachServer(string instanceId, string? uuid, DateTimeOffset seenAt)
    {
        AutomationInstanceId = instanceId;
        HostUuid = uuid;
        IdentityCheckedAt = seenAt;
        (IdentityLostAt, IdentityFoundName) = (null, null);
    }

    /// <summary>The machine that it stood for is gone for good; another one may take its place.</summary>
    public void DetachServer()
    {
        (AutomationInstanceId, HostUuid) = (null, null);
        MarkLost();
    }

    /// <summary>An admin says which machine it is, after a look at it.</summary>
    /// <param name="hostName">Blank for a machine that only exists in a dry run.</param>
    public void LinkServer(string instanceId, string hostName, string? uuid, DateTimeOffset seenAt)
    {
        (AutomationInstanceId, HostName, HostUuid, IdentityCheckedAt) = (instanceId, hostName, uuid, seenAt);
        (IdentityLostAt, IdentityFoundName) = (null, null);
        if (Lifecycle == VpsLifecycle.Lost)
            Move(VpsMove.Recover, ActorKind.Admin);
    }

    /// <summary>An admin says that its machine is gone: the row has none from now on.</summary>
    public void UnlinkServer()
    {
        DetachServer();
        (IdentityCheckedAt, IdentityLostAt, IdentityFoundName) = (null, null, null);
    }

    /// <summary>Whether a machine of this name and uuid is its own; a uuid counts where both are known.</summary>
    public bool IsMachine(string name, string? uuid) =>
        HostName.Length > 0 && name == HostName && (uuid is null || HostUuid is null || uuid == HostUuid);

    /// <summary>Another machine has its id. Admins are told of it once.</summary>
    /// <param name="foundName">Blank when the upstream does not say, or nobody wrote down what it ought to be.</param>
    public void LoseIdentity(string foundName, DateTimeOffset now)
    {
        if (IdentityLostAt is not null)
            return;

        MarkLost();
        IdentityLostAt = now;
        IdentityFoundName = foundName.Length > MaxName ? foundName[..MaxName] : foundName;
        Raise(new VpsIdentityLost(UserId, Name, AutomationInstanceId ?? "", HostName, IdentityFoundName));
    }
}
