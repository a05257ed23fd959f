using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Servers.ProvisionJobMove;
using static VpsPanel.Domain.Servers.ProvisionJobStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Servers.ProvisionJobStatus, VpsPanel.Domain.Servers.ProvisionJobMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Servers;

/// <summary>A job is queued when it is new and when it was given up. Running to running is the claim of a job whose last claim lapsed. Only a claimed job is postponed or finished.</summary>
public static class ProvisionJobFlow
{
    public static Flow<ProvisionJobStatus, ProvisionJobMove, ActorKind> Table { get; } = new(
        "provision-job",
        new Step(Pending, Queue, Pending, ActorKind.System),
        new Step(Done, Queue, Pending, ActorKind.System),
        new Step(Pending, Claim, Running, ActorKind.System),
        new Step(Retry, Claim, Running, ActorKind.System),
        new Step(Running, Claim, Running, ActorKind.System),
        new Step(Running, Postpone, Retry, ActorKind.System),
        new Step(Running, Finish, Done, ActorKind.System));
}
