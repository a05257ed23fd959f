using Microsoft.Extensions.Logging;
using VpsPanel.Application.Provisioning.Commands;
using VpsPanel.Application.Provisioning.Work;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning;

/// <summary>Builds and changes hosts, one try of one job at a time.</summary>
public interface IProvisioner
{
    /// <summary>Makes one try at the next due job; false when none is due.</summary>
    /// <param name="only">Null for jobs of every kind.</param>
    Task<bool> RunNext(OrderItemAction? only, CancellationToken ct);
}

internal sealed partial class Provisioner(SystemSender sender, IEnumerable<IHostTask> tasks, ILogger<Provisioner> log) : IProvisioner
{
    public async Task<bool> RunNext(OrderItemAction? only, CancellationToken ct)
    {
        var claimed = await sender.Send(new ClaimProvisionJob(only), ct);
        if (!claimed.IsSuccess || claimed.Value is not { } claim)
            return false;

        var opened = await sender.Send(new OpenHostWork(claim), ct);
        if (!opened.IsSuccess)
            LogTryFailed(claim.Job.Value, opened.Error.Code, opened.Error.Message);
        else if (opened.Value is { } work)
            await Try(work, ct);

        return true;
    }

    private async Task Try(HostWork work, CancellationToken ct)
    {
        var outcome = await tasks.Single(task => task.Does(work.Action)).Try(work, ct);
        if (outcome.IsSuccess)
            return;

        LogTryFailed(work.Claim.Job.Value, outcome.Error.Code, outcome.Error.Message);
        if (outcome.Error.Code == ProvisioningErrors.ClaimLost.Code)
            return;

        var postponed = await sender.Send(new PostponeHostWork(work.Claim, $"{outcome.Error.Code}: {outcome.Error.Message}"), ct);
        if (!postponed.IsSuccess)
            LogTryFailed(work.Claim.Job.Value, postponed.Error.Code, postponed.Error.Message);
    }

    [LoggerMessage(LogLevel.Warning, "Provisioning job {Job} goes on later: {Code} {Reason}")]
    private partial void LogTryFailed(long job, string code, string reason);
}
