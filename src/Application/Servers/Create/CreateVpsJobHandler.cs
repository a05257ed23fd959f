using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.Pipeline;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Create;

/// <summary>Builds a VPS that was bought: looks for it first, and asks for it when it certainly is not there.</summary>
internal sealed partial class CreateVpsJobHandler(
    BackgroundCommandSender sender, IAutomation automation, MachineIdentity machines, MachineList list, IAutomationLog journal,
    ILogger<CreateVpsJobHandler> log)
        : IProvisionJobHandler
{
    public bool Handles(OrderItemAction action) => action == OrderItemAction.Create;

    public async Task<Result> Run(JobWork work, CancellationToken ct)
    {
        var id = work.HostId is null ? await FindOrCreate(work, ct) : work.HostId;
        if (!id.IsSuccess)
            return id.Error;

        var seen = await machines.LookAtNew(id.Value, work.HostName, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        // Under our id a stranger's VPS would be handed over with its passwords: the id counts once its VPS says our name.
        return seen.Value is { } made
            ? await sender.Send(new RecordVpsState(work.Claim, made), ct)
            : await sender.Send(new RecordVpsGone(work.Claim), ct);
    }

    private async Task<Result<string>> FindOrCreate(JobWork work, CancellationToken ct)
    {
        var found = await FindByName(work.HostName, ct);
        if (!found.IsSuccess)
            return found.Error;

        return found.Value is { } id ? id : await Create(work, ct);
    }

    private async Task<Result<string>> Create(JobWork work, CancellationToken ct)
    {
        var wanted = await sender.Send(new RecordCreateIntent(work.Claim), ct);
        if (!wanted.IsSuccess)
            return wanted.Error;

        var created = await automation.CreateVps(wanted.Value, ct);
        await Log(work, wanted.Value, created);
        if (!created.IsSuccess)
        {
            var withdrawn = AutomationErrors.HadNoEffect(created.Error)
                ? await sender.Send(new ClearCreateIntent(work.Claim), ct)
                : Result.Success;
            return withdrawn.Error ?? created.Error;
        }

        if (created.Value is { } id)
        {
            var kept = await sender.Send(new RecordCreateResponse(work.Claim, id), ct);
            return kept.IsSuccess ? id : kept.Error;
        }

        var listed = await FindByName(work.HostName, ct);
        if (!listed.IsSuccess)
            return listed.Error;

        return listed.Value is { } found ? found : AutomationErrors.Garbage;
    }

    /// <summary>The VPS of exactly this name; the oldest one when there are more.</summary>
    private async Task<Result<string?>> FindByName(string name, CancellationToken ct)
    {
        var ids = await list.IdsOf(name, ct);
        if (!ids.IsSuccess)
            return ids.Error;

        if (ids.Value.Count > 1)
            LogTwins(name, string.Join(", ", ids.Value));

        return ids.Value.Count > 0 ? ids.Value[0] : null;
    }

    private Task Log(JobWork work, NewUpstreamVps host, Result<string?> created)
    {
        var request = new JsonObject
        {
            ["host_name"] = host.Name,
            ["line_id"] = host.LineId,
            ["os"] = host.Image,
            ["cpu"] = host.Sizes.Cpu,
            ["memory"] = host.Sizes.MemoryGb,
            ["hard_disks"] = host.Sizes.DiskGb,
            ["bandwidth"] = host.Sizes.BandwidthMbps,
            ["port_num"] = host.Sizes.PortNum,
            ["expire_time"] = host.ExpireAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        };
        var response = new JsonObject { ["host_id"] = created.IsSuccess ? created.Value : null };
        return journal.Write(new AutomationLine(
            work.OrderId.Value, work.ItemId.Value, "create_host", request.ToJsonString(), response.ToJsonString(), created.IsSuccess,
            created.Error?.Message ?? "ok"));
    }

    [LoggerMessage(LogLevel.Error, "The upstream has more than one host named {Name}: {Ids}. The first is used; the others need a person")]
    private partial void LogTwins(string name, string ids);
}
