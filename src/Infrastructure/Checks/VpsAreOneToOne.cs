using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Checks;

/// <summary>Compares the rows with what the upstream has under this installation's names.</summary>
internal sealed class VpsAreOneToOne(IReadDb db, IAutomation automation, IInstallation installation, ISettings settings) : IInvariant
{
    private const int PageSize = 50;

    private static readonly Sql<NoArgs, KnownVps> Known = new(
        """
        select v.id, v.host_name as name, coalesce(v.automation_instance_id, '') as instance_id,
               case when j.id is null then 0 else 1 end as open_jobs
        from vps v
        left join provision_jobs j on j.order_item_id = v.order_item_id and j.status <> 'done'
        where v.automation_instance_id is null or v.automation_instance_id not like 'dry-%'
        order by v.id
        """);

    private static readonly Sql<CheckArgs, string> Hostless = new(
        """
        select concat('item ', i.id, ' of order ', i.order_id, ' is active and has no host')
        from order_items i
        where i.action = 'create' and i.status = 'active'
          and (i.vps_id is null or exists (select 1 from vps v where v.id = i.vps_id and v.automation_instance_id is null))
        order by i.id
        offset 0 rows fetch next @Take rows only
        """);

    private static readonly Sql<CheckArgs, string> Lost = new(
        """
        select concat('vps ', id, ' has lost its machine: ', automation_instance_id, ' was ', coalesce(identity_found_name, ''), ' when it was looked at; link it again')
        from vps
        where identity_lost_at is not null
        order by id
        offset 0 rows fetch next @Take rows only
        """);

    public string Name => "Every bought host exists once upstream, and nothing else does under our names";

    public async Task<string?> Obstacle(CancellationToken ct) =>
        await settings.IsOn(AutomationSettings.DryRun, ct) ? "dry run" : (await Page(1, ct)).Error?.Message;

    public async Task<IReadOnlyList<string>> Violations(CancellationToken ct)
    {
        // The rows first: a VPS that is made meanwhile has an open job by then.
        var known = await db.List(Known, NoArgs.Value, ct);
        var hosts = await All(ct);
        if (!hosts.IsSuccess)
            return [hosts.Error.Message];

        List<string> lines = [.. await db.Run(ct, Hostless), .. Twins(hosts.Value), .. Orphans(known, hosts.Value), .. Renamed(known, hosts.Value)];
        lines.AddRange(await db.Run(ct, Lost));
        var there = hosts.Value.Select(host => host.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var vps in known.Where(vps => vps.InstanceId.Length > 0 && !there.Contains(vps.InstanceId)))
        {
            if (await IsGone(vps, ct))
                lines.Add($"vps {vps.Id} stands for host {vps.InstanceId}, which the upstream does not have");
        }

        return lines;
    }

    private static IEnumerable<string> Twins(IReadOnlyList<UpstreamVpsEntry> hosts) => hosts
        .GroupBy(host => host.Name)
        .Where(same => same.Count() > 1)
        .Select(same => $"the upstream has hosts {string.Join(", ", same.Select(host => host.Id))} of the one name {same.Key}");

    private static IEnumerable<string> Orphans(IReadOnlyList<KnownVps> known, IReadOnlyList<UpstreamVpsEntry> hosts)
    {
        var linked = known.Select(vps => vps.InstanceId).ToHashSet(StringComparer.Ordinal);
        var expected = known.Where(vps => vps is { InstanceId: "", OpenJobs: > 0 }).Select(vps => vps.Name).ToHashSet(StringComparer.Ordinal);
        return hosts.Where(host => !linked.Contains(host.Id) && !expected.Contains(host.Name))
            .Select(host => $"the upstream has host {host.Id} named {host.Name}, which no vps stands for");
    }

    private static IEnumerable<string> Renamed(IReadOnlyList<KnownVps> known, IReadOnlyList<UpstreamVpsEntry> hosts) =>
        from vps in known
        join host in hosts on vps.InstanceId equals host.Id
        where vps.Name != host.Name
        select $"vps {vps.Id} stands for host {host.Id}, which is named {host.Name}";

    /// <summary>VPS of an older name or made by hand are not among ours and are looked for one by one.</summary>
    private async Task<bool> IsGone(KnownVps vps, CancellationToken ct)
    {
        var listed = await automation.ListVps(vps.Name, 1, ct);
        return listed.IsSuccess && listed.Value.All(host => host.Id != vps.InstanceId);
    }

    private async Task<Result<IReadOnlyList<UpstreamVpsEntry>>> All(CancellationToken ct)
    {
        Dictionary<string, UpstreamVpsEntry> hosts = [];
        for (var page = 1; ; page++)
        {
            var listed = await Page(page, ct);
            if (!listed.IsSuccess)
                return listed;

            var before = hosts.Count;
            foreach (var host in listed.Value.Where(host => host.Name.StartsWith(VpsNames.Prefix(installation), StringComparison.Ordinal)))
                hosts[host.Id] = host;

            // An upstream that does not know pages would answer the first one for ever.
            if (listed.Value.Count < PageSize || hosts.Count == before)
                return hosts.Values.ToList();
        }
    }

    private Task<Result<IReadOnlyList<UpstreamVpsEntry>>> Page(int page, CancellationToken ct) =>
        automation.ListVps(VpsNames.Prefix(installation), page, ct);

    internal sealed record KnownVps(long Id, string Name, string InstanceId, int OpenJobs);
}
