using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Refund;
using VpsPanel.Application.Servers.Suspend;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Admin;

/// <summary>
/// An admin deletes a VPS, upstream first: the row stays until the upstream does not have the VPS any more, and its owner gets their
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

internal sealed class DeleteVpsHandler(
    IVpsRepository vpsRepository, IOrders orders, VpsRemover remover, DeletionRefund refund, VpsStock stock)
    : ICommandHandler<DeleteVps, long>
{
    public async Task<Result<long>> Handle(DeleteVps command, CancellationToken ct)
    {
        if (await vpsRepository.FindAsNoTracking(command.Id, ct) is not { } seen)
            return VpsErrors.NotFound;

        // A worker may be making the VPS at this moment; its order must end first.
        if (seen is { Status: VpsStatus.Provisioning, OrderItemId: not null })
            return VpsErrors.NotReady;

        if (await orders.HasOpenChange(command.Id, ct))
            return OrderErrors.ChangePending;

        var gone = await remover.Remove(seen, ct);
        if (!gone.IsSuccess)
            return gone.Error;

        var granted = await refund.Grant(seen, command.Reason, ct);
        if (!granted.IsSuccess)
            return granted.Error;

        if (await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps)
            return VpsErrors.NotFound;

        vps.Destroy(command.Reason, ActorKind.Admin);
        vpsRepository.Remove(vps);
        await stock.Release(vps, ct);
        return granted.Value?.AmountCents ?? 0;
    }
}
