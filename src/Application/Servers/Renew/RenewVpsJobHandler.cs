using System.Globalization;
using System.Text.Json.Nodes;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Renew;

/// <summary>Lets a VPS live longer, until a date that is stored before the upstream hears of it, so a repeat adds nothing.</summary>
internal sealed class RenewVpsJobHandler(
    IVpsRepository vpsRepository, MachineIdentity machines, BackgroundCommandSender sender, IAutomation automation, ChangeOutcome outcome,
    IAutomationLog journal)
        : IProvisionJobHandler
{
    public bool Handles(OrderItemAction action) => action is OrderItemAction.Renew or OrderItemAction.EmergencyRenew;

    public async Task<Result> Run(JobWork work, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(work.VpsId, ct) is not { } vps)
            return VpsErrors.NotFound;

        // Without a machine the next step ends the work.
        var machine = vps.AutomationInstanceId is null ? null : await machines.Verify(vps, Freshness.Recent, ct);
        if (machine is { IsSuccess: false })
            return machine.Error;

        var announced = await sender.Send(new RecordExtensionIntent(work.Claim), ct);
        if (!announced.IsSuccess)
            return announced.Error;

        if (announced.Value is not { } wanted || machine is null)
            return Result.Success;

        var renewed = await automation.Renew(machine.Value, wanted.Until, ct);
        await Log(work, machine.Value.Id, wanted, renewed);
        if (!renewed.IsSuccess)
            renewed = await outcome.Settle(work, vps, wanted.IsFirst, renewed.Error, host => Shows(host, wanted.Until), ct);

        var locked = renewed.IsSuccess ? await Lock(machine.Value, wanted.Lock, ct) : renewed;
        if (!locked.IsSuccess)
            return locked;

        var seen = await machines.Look(vps, ct);
        return await sender.Send(new RecordExtension(work.Claim, seen.IsSuccess ? seen.Value : null), ct);
    }

    private static bool Shows(UpstreamVps host, DateTimeOffset until) => host.EndDate == DateOnly.FromDateTime(until.UtcDateTime);

    /// <summary>The upstream opens a VPS that it renews; what an admin has taken from its owner stays taken.</summary>
    private async Task<Result> Lock(VerifiedMachine machine, LockAfterwards afterwards, CancellationToken ct) => afterwards switch
    {
        LockAfterwards.Lock => await automation.Lock(machine, ct),
        LockAfterwards.Unlock => await automation.Unlock(machine, ct),
        _ => Result.Success,
    };

    private Task Log(JobWork work, string hostId, ExtensionRequest wanted, Result renewed) => journal.Write(new AutomationLine(
        work.OrderId.Value,
        work.ItemId.Value,
        WireNames.Of(work.Action),
        new JsonObject
        {
            ["host_id"] = hostId,
            ["nextduedate"] = wanted.Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        }.ToJsonString(),
        "{}",
        renewed.IsSuccess,
        renewed.Error?.Message ?? "ok"));
}
