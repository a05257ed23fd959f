using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Servers.VpsLifecycle;
using static VpsPanel.Domain.Servers.VpsMove;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Servers.VpsLifecycle, VpsPanel.Domain.Servers.VpsMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Servers;

/// <summary>The life of a VPS.</summary>
public static class VpsFlow
{
    public static Flow<VpsLifecycle, VpsMove, ActorKind> Table { get; } = new(
        "vps",
        new Step(Reserved, Provision, Provisioning, ActorKind.System),
        // A machine of its name was there already, or an admin wrote it down.
        new Step(Reserved, Activate, Active, ActorKind.System, Admin),
        new Step(Reserved, Lose, Lost, ActorKind.System),
        new Step(Reserved, Terminate, Terminated, ActorKind.System, Admin),
        new Step(Provisioning, Activate, Active, ActorKind.System),
        new Step(Provisioning, Lose, Lost, ActorKind.System),
        new Step(Provisioning, Terminate, Terminated, ActorKind.System, Admin),
        new Step(Active, Suspend, Suspended, ActorKind.System, Admin),
        new Step(Active, Lose, Lost, ActorKind.System),
        // Its order failed, its machine came up later, and the order is tried again.
        new Step(Active, Provision, Provisioning, ActorKind.System),
        new Step(Active, Terminate, Terminated, ActorKind.System, Admin),
        new Step(Suspended, Resume, Active, ActorKind.System, Admin),
        new Step(Suspended, Lose, Lost, ActorKind.System),
        new Step(Suspended, Provision, Provisioning, ActorKind.System),
        new Step(Suspended, Terminate, Terminated, ActorKind.System, Admin),
        new Step(Lost, Recover, Active, ActorKind.System, Admin),
        new Step(Lost, Provision, Provisioning, ActorKind.System),
        new Step(Lost, Terminate, Terminated, ActorKind.System, Admin));
}
