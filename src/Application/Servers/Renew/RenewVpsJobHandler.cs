using System.Globalization;
using System.Text.Json.Nodes;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Renew;

/// <summary>Lets a VPS live longer, until a date that is stored before the upstream hears of it, so a repeat adds nothing.</summary>
internal sealed class RenewVpsJobHandler(
    BackgroundCommandSender sender, IAutomation automation, VpsObserver observer, ChangeOutcome outcome, IAutomationLog journal)
        : IProvisionJobHandler
{
    public bool Handles(OrderItemAction action) => action is OrderItemAction.Renew or OrderItemAction.EmergencyRenew;

    public async Task<Result> Run(JobWork work, CancellationToken ct)
    {
        var announced = await sender.Send(new RecordExtensionIntent(work.Claim), ct);
        if (!announced.IsSuccess)
            return announced.Error;

        if (announced.Value is not { } wanted)
            return Result.Success;

        var renewed = await automation.Renew(wanted.HostId, wanted.Until, ct);
        await Log(work, wanted, renewed);
        if (!renewed.IsSuccess)
            renewed = await outcome.Settle(work, wanted.HostId, wanted.IsFirst, renewed.Error, host => Shows(host, wanted.Until), ct);

        var locked = renewed.IsSuccess ? await Lock(wanted, ct) : renewed;
        if (!locked.IsSuccess)
            return locked;

        var seen = await observer.Fetch(wanted.HostId, work.HostName, ct);
        return await sender.Send(new RecordExtension(work.Claim, seen.IsSuccess ? seen.Value : null), ct);
    }

    private static bool Shows(UpstreamVps host, DateTimeOffset until) => host.EndDate == DateOnly.FromDateTime(until.UtcDateTime);

    /// <summary>The upstream opens a VPS that it renews; what an admin has taken from its owner stays taken.</summary>
    private async Task<Result> Lock(ExtensionRequest wanted, CancellationToken ct) => wanted.Lock switch
    {
        LockAfterwards.Lock => await automation.Lock(wanted.HostId, ct),
        LockAfterwards.Unlock => await automation.Unlock(wanted.HostId, ct),
        _ => Result.Success,
    };

    private Task Log(JobWork work, ExtensionRequest wanted, Result renewed) => journal.Write(new AutomationLine(
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
