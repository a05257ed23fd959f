using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>An admin deletes a VPS, upstream first: the row stays until the upstream does not have the host any more.</summary>
public sealed record DeleteVps(VpsId Id, string Reason) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("vps.delete", "vps", Id.Value.ToString(), new { reason = Reason });
}

internal sealed class DeleteVpsValidator : AbstractValidator<DeleteVps>
{
    public DeleteVpsValidator() => RuleFor(command => command.Reason).MaximumLength(VpsLimits.MaxReason);
}

internal sealed class DeleteVpsHandler(IVpsStore servers, HostDeletion deletion) : ICommandHandler<DeleteVps>
{
    public async Task<Result> Handle(DeleteVps command, CancellationToken ct)
    {
        if (await servers.Peek(command.Id, ct) is not { } seen)
            return VpsErrors.NotFound;

        // A worker may be making the host at this moment; its order must end first.
        if (seen is { Status: VpsStatus.Provisioning, OrderItemId: not null })
            return VpsErrors.NotReady;

        var gone = await deletion.Delete(seen, ct);
        if (!gone.IsSuccess)
            return gone;

        if (await servers.FindForUpdate(command.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.Destroy(command.Reason);
        servers.Remove(vps);
        return Result.Success;
    }
}
