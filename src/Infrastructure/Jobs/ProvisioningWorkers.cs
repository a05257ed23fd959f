using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>Keeps work on a few hosts going, from the commit on that queued it.</summary>
internal sealed partial class ProvisioningWorkers(IProvisioner provisioner, TimeProvider clock, ILogger<ProvisioningWorkers> log)
    : WorkLoops(4, clock), ICommitListener
{
    public void Committed(IReadOnlyList<CommittedEvent> events) => Wake(events.Count(happened => happened.Event is ProvisioningQueued));

    protected override Task<bool> WorkOnce(CancellationToken ct) => provisioner.RunNext(null, ct);

    [LoggerMessage(LogLevel.Error, "A try to build or change a host broke off; its job comes up again when its claim lapses")]
    protected override partial void LogBroke(Exception error);
}
