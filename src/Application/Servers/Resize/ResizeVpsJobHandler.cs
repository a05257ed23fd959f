using System.Text.Json.Nodes;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Resize;

/// <summary>Gives a VPS another size. The sizes are absolute, so a repeat changes nothing.</summary>
internal sealed class ResizeVpsJobHandler(
    IVpsRepository vpsRepository, MachineIdentity machines, BackgroundCommandSender sender, IAutomation automation, ChangeOutcome outcome,
    IAutomationLog journal)
        : IProvisionJobHandler
{
    public bool Handles(OrderItemAction action) => action == OrderItemAction.Resize;

    public async Task<Result> Run(JobWork work, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(work.VpsId, ct) is not { } vps)
            return VpsErrors.NotFound;

        // Without a machine the next step ends the work.
        var machine = vps.AutomationInstanceId is null ? null : await machines.Verify(vps, Freshness.Recent, ct);
        if (machine is { IsSuccess: false })
            return machine.Error;

        var announced = await sender.Send(new RecordResizeIntent(work.Claim), ct);
        if (!announced.IsSuccess)
            return announced.Error;

        if (announced.Value is not { } wanted || machine is null)
            return Result.Success;

        var resized = await automation.Resize(machine.Value, wanted.Sizes, ct);
        await Log(work, machine.Value.Id, wanted, resized);
        if (!resized.IsSuccess)
            resized = await outcome.Settle(work, vps, wanted.IsFirst, resized.Error, host => Shows(host, wanted.Sizes), ct);

        if (!resized.IsSuccess)
            return resized;

        var seen = await machines.Look(vps, ct);
        return await sender.Send(new RecordResize(work.Claim, seen.IsSuccess ? seen.Value : null), ct);
    }

    private static bool Shows(UpstreamVps host, UpstreamVpsSize sizes) =>
        (host.Cpu, host.MemoryGb, host.DiskGb, host.BandwidthMbps) == (sizes.Cpu, sizes.MemoryGb, sizes.DiskGb, sizes.BandwidthMbps);

    private Task Log(JobWork work, string hostId, UpstreamResizeRequest wanted, Result resized) => journal.Write(new AutomationLine(
        work.OrderId.Value,
        work.ItemId.Value,
        "elastic_update",
        new JsonObject
        {
            ["host_id"] = hostId,
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
