using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

public sealed record DeletePort(VpsId Id, string MappingId) : ICommand;

internal sealed class DeletePortValidator : AbstractValidator<DeletePort>
{
    public DeletePortValidator() => RuleFor(command => command.MappingId).PartId();
}

internal sealed class DeletePortHandler(HostDoor door, IAutomation automation) : ICommandHandler<DeletePort>
{
    public async Task<Result> Handle(DeletePort command, CancellationToken ct)
    {
        var found = await door.ToChange(command.Id, ct);
        if (!found.IsSuccess)
            return found.Error;

        var host = found.Value.HostId;
        var own = (await automation.ListPorts(host, ct)).MustHold(command.MappingId);
        return own.IsSuccess ? await automation.DeletePort(host, command.MappingId, ct) : own;
    }
}
