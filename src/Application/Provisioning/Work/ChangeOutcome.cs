using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning.Commands;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Provisioning.Work;

/// <summary>
/// Finds out what became of a call that changes a host and was refused. As long as nobody knows, the same change is asked for again;
/// only a change that certainly did not happen may be forgotten.
/// </summary>
internal sealed class ChangeOutcome(SystemSender sender, HostObserver observer)
{
    /// <param name="isFirst">No call before this one can have had the effect.</param>
    /// <param name="shows">Whether the host is as the change wants it.</param>
    /// <returns>Success when the host is so after all; the error otherwise.</returns>
    public async Task<Result> Settle(
        HostWork work, string hostId, bool isFirst, Error error, Func<HostInfo, bool> shows, CancellationToken ct)
    {
        if (isFirst && AutomationErrors.HadNoEffect(error))
            return await Forget(work, error, ct);

        // The upstream answers and says no, perhaps because an earlier call of ours did it.
        if (error.Code != "automation.failed")
            return error;

        var seen = await observer.Look(hostId, work.HostName, ct);
        if (!seen.IsSuccess)
            return error;

        return seen.Value is { } host && shows(host) ? Result.Success : await Forget(work, error, ct);
    }

    private async Task<Result> Forget(HostWork work, Error error, CancellationToken ct)
    {
        var forgotten = await sender.Send(new WithdrawChange(work.Claim), ct);
        return forgotten.Error ?? error;
    }
}
