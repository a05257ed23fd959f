using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Network;

public sealed record DeletePort(VpsId Id, string MappingId) : ICommand;

internal sealed class DeletePortValidator : AbstractValidator<DeletePort>
{
    public DeletePortValidator() => RuleFor(command => command.MappingId).UpstreamResourceId();
}

internal sealed class DeletePortHandler(VpsAccessGuard guard, IAutomation automation) : ICommandHandler<DeletePort>
{
    public async Task<Result> Handle(DeletePort command, CancellationToken ct)
    {
        var found = await guard.ForChange(command.Id, Freshness.Recent, ct);
        if (!found.IsSuccess)
            return found.Error;

        var machine = found.Value.Machine;
        var own = (await automation.ListPorts(machine, ct)).MustHold(command.MappingId);
        return own.IsSuccess ? await automation.DeletePort(machine, command.MappingId, ct) : own;
    }
}
