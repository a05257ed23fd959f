using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Work;

/// <summary>Builds a host that was bought: looks for it first, and asks for it when it certainly is not there.</summary>
internal sealed partial class HostBuilder(
    SystemSender sender, IAutomation automation, HostObserver observer, IAutomationLog journal, ILogger<HostBuilder> log) : IHostTask
{
    public bool Does(OrderItemAction action) => action == OrderItemAction.Create;

    public async Task<Result> Try(HostWork work, CancellationToken ct)
    {
        var id = work.HostId is null ? await FindOrCreate(work, ct) : work.HostId;
        if (!id.IsSuccess)
            return id.Error;

        var seen = await observer.Look(id.Value, work.HostName, ct);
        if (!seen.IsSuccess)
            return seen.Error;

        // Under our id a stranger's host would be handed over with its passwords: the id counts once its host says our name.
        return seen.Value is { } host && (host.Name is null || host.Name == work.HostName)
            ? await sender.Send(new RecordHostState(work.Claim, host), ct)
            : await sender.Send(new RecordHostGone(work.Claim), ct);
    }

    private async Task<Result<string>> FindOrCreate(HostWork work, CancellationToken ct)
    {
        var found = await FindByName(work.HostName, ct);
        if (!found.IsSuccess)
            return found.Error;

        return found.Value is { } id ? id : await Create(work, ct);
    }

    private async Task<Result<string>> Create(HostWork work, CancellationToken ct)
    {
        var wanted = await sender.Send(new AnnounceCreate(work.Claim), ct);
        if (!wanted.IsSuccess)
            return wanted.Error;

        var created = await automation.CreateHost(wanted.Value, ct);
        await Note(work, wanted.Value, created);
        if (!created.IsSuccess)
        {
            var withdrawn = AutomationErrors.HadNoEffect(created.Error)
                ? await sender.Send(new WithdrawCreate(work.Claim), ct)
                : Result.Success;
            return withdrawn.Error ?? created.Error;
        }

        if (created.Value is { } id)
        {
            var kept = await sender.Send(new RecordAnswer(work.Claim, id), ct);
            return kept.IsSuccess ? id : kept.Error;
        }

        var listed = await FindByName(work.HostName, ct);
        if (!listed.IsSuccess)
            return listed.Error;

        return listed.Value is { } found ? found : AutomationErrors.Garbage;
    }

    /// <summary>The host of exactly this name; the oldest one when there are more.</summary>
    private async Task<Result<string?>> FindByName(string name, CancellationToken ct)
    {
        var listed = await automation.ListHosts(name, 1, ct);
        if (!listed.IsSuccess)
            return listed.Error;

        var ids = listed.Value.Where(host => host.Name == name).Select(host => host.Id)
            .OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal)
            .ToList();
        if (ids.Count > 1)
            LogTwins(name, string.Join(", ", ids));

        return ids.FirstOrDefault();
    }

    private Task Note(HostWork work, NewHost host, Result<string?> created)
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
