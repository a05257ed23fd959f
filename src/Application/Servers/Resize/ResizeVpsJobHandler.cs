using System.Text.Json.Nodes;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Resize;

/// <summary>Gives a VPS another size. The sizes are absolute, so a repeat changes nothing.</summary>
internal sealed class ResizeVpsJobHandler(
    BackgroundCommandSender sender, IAutomation automation, VpsObserver observer, ChangeOutcome outcome, IAutomationLog journal)
        : IProvisionJobHandler
{
    public bool Handles(OrderItemAction action) => action == OrderItemAction.Resize;

    public async Task<Result> Run(JobWork work, CancellationToken ct)
    {
        var announced = await sender.Send(new RecordResizeIntent(work.Claim), ct);
        if (!announced.IsSuccess)
            return announced.Error;

        if (announced.Value is not { } wanted)
            return Result.Success;

        var resized = await automation.Resize(wanted.HostId, wanted.Sizes, ct);
        await Log(work, wanted, resized);
        if (!resized.IsSuccess)
            resized = await outcome.Settle(work, wanted.HostId, wanted.IsFirst, resized.Error, host => Shows(host, wanted.Sizes), ct);

        if (!resized.IsSuccess)
            return resized;

        var seen = await observer.Fetch(wanted.HostId, work.HostName, ct);
        return await sender.Send(new RecordResize(work.Claim, seen.IsSuccess ? seen.Value : null), ct);
    }

    private static bool Shows(UpstreamVps host, UpstreamVpsSize sizes) =>
        (host.Cpu, host.MemoryGb, host.DiskGb, host.BandwidthMbps) == (sizes.Cpu, sizes.MemoryGb, sizes.DiskGb, sizes.BandwidthMbps);

    private Task Log(JobWork work, UpstreamResizeRequest wanted, Result resized) => journal.Write(new AutomationLine(
        work.OrderId.Value,
        work.ItemId.Value,
        "elastic_update",
        new JsonObject
        {
            ["host_id"] = wanted.HostId,
            ["cpu"] = wanted.Sizes.Cpu,
            ["memory"] = wanted.Sizes.MemoryGb,
            ["hard_disks"] = wanted.Sizes.DiskGb,
            ["bandwidth"] = wanted.Sizes.BandwidthMbps,
            ["port_num"] = wanted.Sizes.PortNum,
        }.ToJsonString(),
        "{}",
        resized.IsSuccess,
        resized.Error?.Message ?? "ok"));
}
