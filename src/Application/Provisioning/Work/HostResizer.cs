using System.Text.Json.Nodes;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Work;

/// <summary>Gives a host another size. The sizes are absolute, so a repeat changes nothing.</summary>
internal sealed class HostResizer(
    SystemSender sender, IAutomation automation, HostObserver observer, ChangeOutcome outcome, IAutomationLog journal) : IHostTask
{
    public bool Does(OrderItemAction action) => action == OrderItemAction.Resize;

    public async Task<Result> Try(HostWork work, CancellationToken ct)
    {
        var announced = await sender.Send(new AnnounceResize(work.Claim), ct);
        if (!announced.IsSuccess)
            return announced.Error;

        if (announced.Value is not { } wanted)
            return Result.Success;

        var resized = await automation.Resize(wanted.HostId, wanted.Sizes, ct);
        await Note(work, wanted, resized);
        if (!resized.IsSuccess)
            resized = await outcome.Settle(work, wanted.HostId, wanted.IsFirst, resized.Error, host => Shows(host, wanted.Sizes), ct);

        if (!resized.IsSuccess)
            return resized;

        var seen = await observer.Look(wanted.HostId, work.HostName, ct);
        return await sender.Send(new RecordResize(work.Claim, seen.IsSuccess ? seen.Value : null), ct);
    }

    private static bool Shows(HostInfo host, HostSizes sizes) =>
        (host.Cpu, host.MemoryGb, host.DiskGb, host.BandwidthMbps) == (sizes.Cpu, sizes.MemoryGb, sizes.DiskGb, sizes.BandwidthMbps);

    private Task Note(HostWork work, WantedResize wanted, Result resized) => journal.Write(new AutomationLine(
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
