using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Network;

/// <summary>The owner lets traffic through to their VPS or keeps it out.</summary>
public sealed record AddFirewallRule(VpsId Id, string Direction, string Protocol, string Method, string Port, string Ip) : ICommand;

internal sealed class AddFirewallRuleValidator : AbstractValidator<AddFirewallRule>
{
    public AddFirewallRuleValidator()
    {
        RuleFor(rule => rule.Direction).OneOf("in", "out", "ingress", "egress", "inbound", "outbound");
        RuleFor(rule => rule.Protocol).OneOf("tcp", "udp", "tcp/udp", "icmp", "icmpv6", "gre", "all", "any");
        RuleFor(rule => rule.Method).OneOf("accept", "allow", "allowed", "permit", "drop", "deny", "reject", "refuse");
        RuleFor(rule => rule.Port).Ports();
        RuleFor(rule => rule.Ip).AddressOrNetwork();
    }
}

internal sealed class AddFirewallRuleHandler(VpsAccessGuard guard, IAutomation automation) : ICommandHandler<AddFirewallRule>
{
    public async Task<Result> Handle(AddFirewallRule command, CancellationToken ct)
    {
        var host = await guard.ForChange(command.Id, Freshness.Recent, ct);
        if (!host.IsSuccess)
            return host.Error;

        var rule = new FirewallRule(command.Direction, command.Protocol, command.Method, command.Port, VpsRules.PlainAddress(command.Ip));
        return await automation.AddFirewallRule(host.Value.Machine, rule, ct);
    }
}
