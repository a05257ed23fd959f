using System.Globalization;
using System.Text.Json.Nodes;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Work;

/// <summary>Lets a host live longer, until a date that is stored before the upstream hears of it, so a repeat adds nothing.</summary>
internal sealed class HostExtender(
    SystemSender sender, IAutomation automation, HostObserver observer, ChangeOutcome outcome, IAutomationLog journal) : IHostTask
{
    public bool Does(OrderItemAction action) => action is OrderItemAction.Renew or OrderItemAction.EmergencyRenew;

    public async Task<Result> Try(HostWork work, CancellationToken ct)
    {
        var announced = await sender.Send(new AnnounceExtension(work.Claim), ct);
        if (!announced.IsSuccess)
            return announced.Error;

        if (announced.Value is not { } wanted)
            return Result.Success;

        var renewed = await automation.Renew(wanted.HostId, wanted.Until, ct);
        await Note(work, wanted, renewed);
        if (!renewed.IsSuccess)
            renewed = await outcome.Settle(work, wanted.HostId, wanted.IsFirst, renewed.Error, host => Shows(host, wanted.Until), ct);

        var locked = renewed.IsSuccess ? await Lock(wanted, ct) : renewed;
        if (!locked.IsSuccess)
            return locked;

        var seen = await observer.Look(wanted.HostId, work.HostName, ct);
        return await sender.Send(new RecordExtension(work.Claim, seen.IsSuccess ? seen.Value : null), ct);
    }

    private static bool Shows(HostInfo host, DateTimeOffset until) => host.EndDate == DateOnly.FromDateTime(until.UtcDateTime);

    /// <summary>The upstream opens a host that it renews; what an admin has taken from its owner stays taken.</summary>
    private async Task<Result> Lock(WantedExtension wanted, CancellationToken ct) => wanted.Lock switch
    {
        LockAfterwards.Lock => await automation.Lock(wanted.HostId, ct),
        LockAfterwards.Unlock => await automation.Unlock(wanted.HostId, ct),
        _ => Result.Success,
    };

    private Task Note(HostWork work, WantedExtension wanted, Result renewed) => journal.Write(new AutomationLine(
        work.OrderId.Value,
        work.ItemId.Value,
        WireNames.Of(work.Action),
        new JsonObject
        {
            ["host_id"] = wanted.HostId,
            ["nextduedate"] = wanted.Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        }.ToJsonString(),
        "{}",
        renewed.IsSuccess,
        renewed.Error?.Message ?? "ok"));
}
