using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>
/// Finds out what became of a call that changes a VPS and was refused. As long as nobody knows, the same change is asked for again;
/// only a change that certainly did not happen may be forgotten.
/// </summary>
internal sealed class ChangeOutcome(BackgroundCommandSender sender, MachineIdentity machines)
{
    /// <param name="isFirst">No call before this one can have had the effect.</param>
    /// <param name="shows">Whether the VPS is as the change wants it.</param>
    /// <returns>Success when the VPS is so after all; the error otherwise.</returns>
    public async Task<Result> Settle(
        JobWork work, Vps vps, bool isFirst, Error error, Func<UpstreamVps, bool> shows, CancellationToken ct)
    {
        if (isFirst && AutomationErrors.HadNoEffect(error))
            return await ClearIntent(work, error, ct);

        // The upstream answers and says no, perhaps because an earlier call of ours did it.
        if (error.Code != "automation.failed")
            return error;

        var seen = await machines.Look(vps, ct);
        if (!seen.IsSuccess)
            return error;

        return seen.Value is { } sighting && shows(sighting.State) ? Result.Success : await ClearIntent(work, error, ct);
    }

    private async Task<Result> ClearIntent(JobWork work, Error error, CancellationToken ct)
    {
        var forgotten = await sender.Send(new ClearChangeIntent(work.Claim), ct);
        return forgotten.Error ?? error;
    }
}
