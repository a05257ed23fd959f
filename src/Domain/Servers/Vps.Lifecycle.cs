using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

/// <content>
/// Two facts kept apart: how far it is in its life, which is ours to decide, and what its machine does, which the upstream says. Clients see
/// one status, which follows from both.
/// </content>
public sealed partial class Vps
{
    public VpsLifecycle Lifecycle { get; private set; }

    /// <summary>What clients see: what the machine does, unless it is being made, is unknown, or is locked for its expiry.</summary>
    public VpsStatus Status { get; private set; }

    /// <summary>The upstream's number; see <see cref="UpstreamVpsStates"/>.</summary>
    public int AutomationState { get; private set; }

    /// <summary>Its machine is asked for, for the first time or once more.</summary>
    public void Provision()
    {
        if (Lifecycle != VpsLifecycle.Provisioning)
            Move(VpsMove.Provision, ActorKind.System);

        Status = VpsStatus.Provisioning;
    }

    /// <summary>Its machine is there and can be handed over.</summary>
    public void Activate()
    {
        if (Lifecycle is VpsLifecycle.Reserved or VpsLifecycle.Provisioning)
            Move(VpsMove.Activate, ActorKind.System);

        Status = UpstreamVpsStates.StatusOf(AutomationState);
    }

    /// <summary>Nobody upstream knows the VPS, or it never came up. It is not built again by itself.</summary>
    public void MarkLost()
    {
        Lose(ActorKind.System);
        Status = VpsStatus.Unknown;
    }

    /// <summary>Its machine was made and will not run.</summary>
    public void FailBuild()
    {
        Lose(ActorKind.System);
        Status = UpstreamVpsStates.StatusOf(AutomationState);
    }

    /// <summary>The upstream installs a system anew.</summary>
    public void Reinstall(long systemId)
    {
        SystemId = systemId;
        AutomationState = UpstreamVpsStates.Reinstalling;
        Status = VpsStatus.Reinstalling;
    }

    /// <summary>The upstream has locked the host.</summary>
    public void RecordLock()
    {
        Suspend(ActorKind.System);
        AutomationState = UpstreamVpsStates.Locked;
        Status = AdminStatus == VpsAdminStatus.Normal ? VpsStatus.ExpiredLocked : VpsStatus.Locked;
    }

    public void SetAdminStatus(VpsAdminStatus status, DateTimeOffset now)
    {
        AdminStatus = status;
        FollowAdminStatus(HasExpired(now));
    }

    /// <summary>The row is about to be removed; the upstream does not have the VPS any more.</summary>
    public void Terminate(ActorKind by) => Move(VpsMove.Terminate, by);

    /// <summary>The same, and its owner is told.</summary>
    public void Destroy(string reason, ActorKind by)
    {
        Terminate(by);
        Raise(new VpsDestroyed(UserId, Name, reason));
    }

    private void See(int state, DateTimeOffset now)
    {
        AutomationState = state;
        if (Lifecycle is VpsLifecycle.Reserved or VpsLifecycle.Provisioning)
        {
            // Whether it is handed over is decided by whoever makes it.
            Status = VpsStatus.Provisioning;
            return;
        }

        if (Lifecycle == VpsLifecycle.Lost && IdentityLostAt is null)
            Move(VpsMove.Recover, ActorKind.System);

        // The upstream has one lock for all reasons; ours for the expiry stays what it is until the upstream has opened it.
        if (Status != VpsStatus.ExpiredLocked || state != UpstreamVpsStates.Locked)
            Status = UpstreamVpsStates.StatusOf(state);

        if (Lifecycle == VpsLifecycle.Suspended && state != UpstreamVpsStates.Locked && !IsToBeLocked(now))
            Move(VpsMove.Resume, ActorKind.System);
    }

    /// <summary>Follows what an admin thinks of its use; what is suspended for its expiry as well stays so.</summary>
    private void FollowAdminStatus(bool hasExpired)
    {
        if (AdminStatus != VpsAdminStatus.Normal)
            Suspend(ActorKind.Admin);
        else if (Lifecycle == VpsLifecycle.Suspended && !hasExpired)
            Move(VpsMove.Resume, ActorKind.Admin);
    }

    private void Suspend(ActorKind by)
    {
        if (Lifecycle == VpsLifecycle.Active)
            Move(VpsMove.Suspend, by);
    }

    private void Lose(ActorKind by)
    {
        if (Lifecycle != VpsLifecycle.Lost)
            Move(VpsMove.Lose, by);
    }

    /// <exception cref="InvalidOperationException">The caller did not look whether the move is possible.</exception>
    private void Move(VpsMove move, ActorKind by)
    {
        var next = VpsFlow.Table.Next(Lifecycle, move, by);
        Lifecycle = next.IsSuccess ? next.Value : throw new InvalidOperationException($"VPS {Id.Value}: {next.Error.Message}");
    }
}
