using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner has a snapshot or a backup made of his host.</summary>
public sealed record AddCopy(VpsId Id, CopyKind Kind) : ICommand;

internal sealed class AddCopyHandler(HostDoor door, IAutomation automation) : ICommandHandler<AddCopy>
{
    public async Task<Result> Handle(AddCopy command, CancellationToken ct)
    {
        var host = await door.ToChange(command.Id, ct);
        return host.IsSuccess ? await automation.AddCopy(host.Value.HostId, command.Kind, ct) : host.Error;
    }
}
