using System.Globalization;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;
using Field = (string Name, string Value);

namespace VpsPanel.Infrastructure.Gateways.Automation;

/// <summary>The VPS themselves. The other calls are in the files beside this one.</summary>
internal sealed partial class AutomationClient(AutomationChannel channel) : IAutomation, IUpstreamCatalog
{
    private const int PageSize = 50;

    public async Task<Result<string?>> CreateVps(NewUpstreamVps host, CancellationToken ct)
    {
        var reply = await channel.Send(
            AutomationCall.ChangeByQuery(
                "create_host",
                [
                    ("line_id", host.LineId.ToString()), ("os", host.Image), .. Sizes(host.Sizes),
                    ("expire_time", AutomationCall.Time(host.ExpireAt)), ("host_name", host.Name),
                    ("sys_pwd", host.SystemPassword), ("vnc_pwd", host.VncPassword),
                ]),
            ct);
        return reply.Map(created => created.Object?.Id("host_id") ?? created.Object?.Id("id"));
    }

    public async Task<Result<UpstreamVps>> Look(string id, CancellationToken ct)
    {
        var reply = await channel.Send(AutomationCall.Read("hostinfo", BothIds(id)), ct);
        if (!reply.IsSuccess)
            return AutomationErrors.SaysStillCreating(reply.Error) ? Unborn(id) : reply.Error;

        // An answer about another VPS, or about none, is worth nothing.
        if (reply.Value.Object is not { } host || host.Id("id") != id || host.Int("state") is not { } state)
            return AutomationErrors.Garbage;

        var access = new AccessInfo(
            host.Text("remote_ip"), host.Text("panel_password"), host.Text("vnc_password"), host.Text("os_password"));
        return new UpstreamVps(
            id,
            host.Text("host_name") is { Length: > 0 } name ? name : null,
            state,
            host.Int("cpu") ?? 0,
            host.Int("memory") ?? 0,
            host.Int("hard_disks") ?? 0,
            host.Int("bandwidth") ?? 0,
            access,
            EndDate(host.Text("end_time")))
        {
            IsDryRun = reply.Value.IsDryRun,
        };
    }

    public async Task<Result<IReadOnlyList<UpstreamVpsEntry>>> ListVps(string search, int page, CancellationToken ct)
    {
        var reply = await channel.Send(
            AutomationCall.Get("hostlist", ("limit", PageSize.ToString()), ("pages", page.ToString()), ("search_tag", search)), ct);
        return Rows(reply, host => host.Id("id") is { } id ? new UpstreamVpsEntry(id, host.Text("host_name"), host.Text("ip")) : null);
    }

    public Task<Result> Power(VerifiedMachine machine, PowerMove move, CancellationToken ct) => Change(WireNames.Of(move), machine, [], ct);

    public Task<Result> Lock(VerifiedMachine machine, CancellationToken ct) => Change("lock", machine, [], ct);

    public Task<Result> Unlock(VerifiedMachine machine, CancellationToken ct) => Change("unlock", machine, [], ct);

    public Task<Result> Delete(VerifiedMachine machine, CancellationToken ct) => Change("delete", machine, [], ct);

    public Task<Result> Renew(VerifiedMachine machine, DateTimeOffset until, CancellationToken ct) =>
        Change("renew", machine, [("nextduedate", AutomationCall.Time(until))], ct);

    public async Task<Result> Resize(VerifiedMachine machine, UpstreamVpsSize sizes, CancellationToken ct) =>
        Done(await channel.Send(AutomationCall.ChangeByQuery("elastic_update", [("host_id", machine.Id), .. Sizes(sizes)]), ct));

    public Task<Result> ResetOs(VerifiedMachine machine, long templateId, string password, CancellationToken ct) =>
        Change("reset_os", machine, [("template_id", templateId.ToString()), ("password", password)], ct);

    public Task<Result> ResetPassword(VerifiedMachine machine, string password, CancellationToken ct) =>
        Change("reset_password", machine, [("password", password)], ct);

    private async Task<Result> Change(string action, VerifiedMachine machine, IReadOnlyList<Field> fields, CancellationToken ct) =>
        Done(await channel.Send(AutomationCall.Change(action, [("host_id", machine.Id), .. fields]), ct));

    private static Result Done(Result<AutomationReply> reply) => reply.IsSuccess ? Result.Success : reply.Error;

    /// <summary>The entries of a list; garbage when one of them is none.</summary>
    private static Result<IReadOnlyList<T>> Rows<T>(Result<AutomationReply> reply, Func<UpstreamObject, T?> read, bool keyed = false)
        where T : class
    {
        if (!reply.IsSuccess)
            return reply.Error;

        if ((keyed ? reply.Value.Values() : reply.Value.List()) is not { } objects)
            return AutomationErrors.Garbage;

        List<T> rows = [.. objects.Select(read).OfType<T>()];
        return rows.Count == objects.Count ? rows : AutomationErrors.Garbage;
    }

    private static IReadOnlyList<Field> BothIds(string id) => [("host_id", id), ("hostid", id)];

    private static IEnumerable<Field> Sizes(UpstreamVpsSize sizes) =>
        new (string Name, int? Value)[]
        {
            ("cpu", sizes.Cpu), ("memory", sizes.MemoryGb), ("hard_disks", sizes.DiskGb), ("bandwidth", sizes.BandwidthMbps),
            ("port_num", sizes.PortNum),
        }.Where(size => size.Value > 0).Select(size => (size.Name, size.Value!.Value.ToString()));

    private static DateOnly? EndDate(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year > 1970 ? date : null;

    private static UpstreamVps Unborn(string id) => new(id, null, UpstreamVpsStates.Creating, 0, 0, 0, 0, AccessInfo.None, null);
}
