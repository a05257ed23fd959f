using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>Stores the upstream's id of the host, be it made or found.</summary>
internal sealed record RecordHost(JobClaim Claim, string HostId) : ICommand;

internal sealed class RecordHostHandler(IProvisionJobs jobs, IVpsStore servers) : ICommandHandler<RecordHost>
{
    public async Task<Result> Handle(RecordHost command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        if (await servers.FindByItem(job.OrderItemId, ct) is not { } vps)
            return ProvisioningErrors.ClaimLost;

        vps.Adopt(command.HostId);
        return Result.Success;
    }
}
