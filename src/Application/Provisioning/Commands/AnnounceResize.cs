using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning.Work;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>Stores that the upstream is about to be asked for another size, and answers it; null when the work ends here.</summary>
internal sealed record AnnounceResize(JobClaim Claim) : ICommand<WantedResize?>;

/// <param name="IsFirst">The upstream has not been asked before, or certainly without effect.</param>
internal sealed record WantedResize(string HostId, HostSizes Sizes, bool IsFirst);

internal sealed class AnnounceResizeHandler(Workbench workbench, TimeProvider clock) : ICommandHandler<AnnounceResize, WantedResize?>
{
    public async Task<Result<WantedResize?>> Handle(AnnounceResize command, CancellationToken ct)
    {
        var taken = await workbench.Take(command.Claim, withWallet: false, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var (bench, resize) = (taken.Value, (HostResize)taken.Value.Change);
        if (Refusal(bench.Vps, resize) is { } refusal)
            return bench.Fail(refusal).Error ?? Result.Of<WantedResize?>(null);

        var isFirst = bench.Job.SentAt is null;
        var sent = bench.Job.SendChange(clock.GetUtcNow());
        return sent.IsSuccess ? new WantedResize(bench.Vps.AutomationInstanceId!, Sizes(resize), isFirst) : sent.Error;
    }

    /// <summary>An order that was rejected can be approved much later, when the host is another one.</summary>
    private static string? Refusal(Vps vps, HostResize resize)
    {
        if (vps.AutomationInstanceId is null)
            return "the VPS has no host";

        return vps.PackageId == resize.FromPackageId && vps.Shape == resize.From ? null : "the VPS was changed since this was ordered";
    }

    private static HostSizes Sizes(HostResize resize) =>
        new(resize.To.Cpu, resize.To.MemoryGb, resize.To.DiskGb, resize.To.BandwidthMbps, resize.PortNum > 0 ? resize.PortNum : null);
}
