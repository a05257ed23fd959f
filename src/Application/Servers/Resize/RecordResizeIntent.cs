using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Resize;

/// <summary>Stores that the upstream is about to be asked for another size, and answers it; null when the work ends here.</summary>
internal sealed record RecordResizeIntent(JobClaim Claim) : ICommand<UpstreamResizeRequest?>;

/// <param name="IsFirst">The upstream has not been asked before, or certainly without effect.</param>
internal sealed record UpstreamResizeRequest(UpstreamVpsSize Sizes, bool IsFirst);

internal sealed class RecordResizeIntentHandler(
    ChangeContextLoader loader, TimeProvider clock)
    : ICommandHandler<RecordResizeIntent, UpstreamResizeRequest?>
{
    public async Task<Result<UpstreamResizeRequest?>> Handle(RecordResizeIntent command, CancellationToken ct)
    {
        var taken = await loader.Load(command.Claim, withWallet: false, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var (context, resize) = (taken.Value, (VpsResize)taken.Value.Change);
        if (Refusal(context.Vps, resize) is { } failure)
            return context.Fail(failure).Error ?? Result.Of<UpstreamResizeRequest?>(null);

        var isFirst = context.Job.SentAt is null;
        var sent = context.Job.SendChange(clock.GetUtcNow());
        return sent.IsSuccess ? new UpstreamResizeRequest(Sizes(resize), isFirst) : sent.Error;
    }

    /// <summary>An order that was rejected can be approved much later, when the VPS is another one.</summary>
    private static string? Refusal(Vps vps, VpsResize resize)
    {
        if (vps.AutomationInstanceId is null)
            return "the VPS has no host";

        return vps.PackageId == resize.FromPackageId && vps.Shape == resize.From ? null : "the VPS was changed since this was ordered";
    }

    private static UpstreamVpsSize Sizes(VpsResize resize) =>
        new(resize.To.Cpu, resize.To.MemoryGb, resize.To.DiskGb, resize.To.BandwidthMbps, resize.PortNum > 0 ? resize.PortNum : null);
}
