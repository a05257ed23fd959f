using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Queries;

/// <summary>The rules before the owner's host.</summary>
public sealed record ListFirewallRules(VpsId Id) : IQuery<UpstreamParts>;

internal sealed class ListFirewallRulesHandler(HostDoor door, IAutomation automation) : IQueryHandler<ListFirewallRules, UpstreamParts>
{
    public async Task<Result<UpstreamParts>> Handle(ListFirewallRules query, CancellationToken ct)
    {
        var host = await door.ToUse(query.Id, ct);
        return host.IsSuccess
            ? (await automation.ListFirewallRules(host.Value.HostId, ct)).Map(parts => new UpstreamParts(parts))
            : host.Error;
    }
}
