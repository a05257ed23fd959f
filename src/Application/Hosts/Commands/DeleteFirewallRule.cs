using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

public sealed record DeleteFirewallRule(VpsId Id, string RuleId) : ICommand;

internal sealed class DeleteFirewallRuleValidator : AbstractValidator<DeleteFirewallRule>
{
    public DeleteFirewallRuleValidator() => RuleFor(command => command.RuleId).PartId();
}

internal sealed class DeleteFirewallRuleHandler(HostDoor door, IAutomation automation) : ICommandHandler<DeleteFirewallRule>
{
    public async Task<Result> Handle(DeleteFirewallRule command, CancellationToken ct)
    {
        var found = await door.ToChange(command.Id, ct);
        if (!found.IsSuccess)
            return found.Error;

        var host = found.Value.HostId;
        var own = (await automation.ListFirewallRules(host, ct)).MustHold(command.RuleId);
        return own.IsSuccess ? await automation.DeleteFirewallRule(host, command.RuleId, ct) : own;
    }
}
