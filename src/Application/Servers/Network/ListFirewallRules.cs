using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Network;

/// <summary>The rules before the owner's host.</summary>
public sealed record ListFirewallRules(VpsId Id) : IQuery<UpstreamResource>;

internal sealed class ListFirewallRulesHandler(
    VpsAccessGuard guard, IAutomation automation)
    : IQueryHandler<ListFirewallRules, UpstreamResource>
{
    public async Task<Result<UpstreamResource>> Handle(ListFirewallRules query, CancellationToken ct)
    {
        var host = await guard.ForUse(query.Id, Freshness.Recent, ct);
        return host.IsSuccess
            ? (await automation.ListFirewallRules(host.Value.Machine, ct)).Map(parts => new UpstreamResource(parts))
            : host.Error;
    }
}
