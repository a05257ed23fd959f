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
        var found = await guard.ForChange(command.Id, ct);
        if (!found.IsSuccess)
            return found.Error;

        var host = found.Value.HostId;
        var own = (await automation.ListFirewallRules(host, ct)).MustHold(command.RuleId);
        return own.IsSuccess ? await automation.DeleteFirewallRule(host, command.RuleId, ct) : own;
    }
}
