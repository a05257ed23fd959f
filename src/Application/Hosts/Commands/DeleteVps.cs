using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>
/// An admin deletes a VPS, upstream first: the row stays until the upstream does not have the host any more, and its owner gets his
/// money in the transaction that removes it. Answers the refund in cents, also one that waits for a review.
/// </summary>
public sealed record DeleteVps(VpsId Id, string Reason) : ICommand<long>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("vps.delete", "vps", Id.Value.ToString(), new { reason = Reason, refund_cents = answer });
}

internal sealed class DeleteVpsValidator : AbstractValidator<DeleteVps>
{
    public DeleteVpsValidator() => RuleFor(command => command.Reason).MaximumLength(VpsLimits.MaxReason);
}

internal sealed class DeleteVpsHandler(IVpsStore servers, IOrders orders, HostRemover remover, DeletionRefund refund, VpsStock stock)
    : ICommandHandler<DeleteVps, long>
{
    public async Task<Result<long>> Handle(DeleteVps command, CancellationToken ct)
    {
        if (await servers.Peek(command.Id, ct) is not { } seen)
            return VpsErrors.NotFound;

        // A worker may be making the host at this moment; its order must end first.
        if (seen is { Status: VpsStatus.Provisioning, OrderItemId: not null })
            return VpsErrors.NotReady;

        if (await orders.HasOpenChange(command.Id, ct))
            return VpsErrors.ChangePending;

        var gone = await remover.Remove(seen.AutomationInstanceId, seen.HostName, ct);
        if (!gone.IsSuccess)
            return gone.Error;

        var granted = await refund.Grant(seen, command.Reason, ct);
        if (!granted.IsSuccess)
            return granted.Error;

        if (await servers.FindForUpdate(command.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.Destroy(command.Reason);
        servers.Remove(vps);
        await stock.Release(vps, ct);
        return granted.Value?.AmountCents ?? 0;
    }
}
