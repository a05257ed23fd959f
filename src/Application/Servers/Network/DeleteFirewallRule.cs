using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Network;

public sealed record DeleteFirewallRule(VpsId Id, string RuleId) : ICommand;

internal sealed class DeleteFirewallRuleValidator : AbstractValidator<DeleteFirewallRule>
{
    public DeleteFirewallRuleValidator() => RuleFor(command => command.RuleId).UpstreamResourceId();
}

internal sealed class DeleteFirewallRuleHandler(VpsAccessGuard guard, IAutomation automation) : ICommandHandler<DeleteFirewallRule>
{
    public async Task<Result> Handle(DeleteFirewallRule command, CancellationToken ct)
    {
        var found = await guard.ForChange(command.Id, Freshness.Recent, ct);
        if (!found.IsSuccess)
            return found.Error;

        var machine = found.Value.Machine;
        var own = (await automation.ListFirewallRules(machine, ct)).MustHold(command.RuleId);
        return own.IsSuccess ? await automation.DeleteFirewallRule(machine, command.RuleId, ct) : own;
    }
}
