using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>The owner gives their VPS back for what it is worth now; it is deleted when that is approved.</summary>
[CommandName("vps.request_refund")]
public sealed record RequestRefund(VpsId Id, string Reason, string? IdempotencyKey) : ICommand<RequestedRefund>, IIdempotent;

public sealed record RequestedRefund(OrderView Order, Yuan RefundAmount);

internal sealed class RequestRefundValidator : AbstractValidator<RequestRefund>
{
    public RequestRefundValidator() => RuleFor(command => command.Reason).MaximumLength(500);
}

internal sealed class RequestRefundHandler(
    IVpsRepository vpsRepository, RefundCalculator calculator, VpsChangeOrders changes, ISettings settings, ICurrentActor actor)
    : ICommandHandler<RequestRefund, RequestedRefund>
{
    public async Task<Result<RequestedRefund>> Handle(RequestRefund command, CancellationToken ct)
    {
        if (await vpsRepository.FindForUpdate(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        if (!await settings.IsOn(RefundSettings.Enabled, ct))
            return VpsErrors.RefundDisabled;

        // Whoever lost their VPS to an admin cannot take the money and run.
        if (vps.AdminStatus != VpsAdminStatus.Normal)
            return VpsErrors.Locked;

        var due = await calculator.Due(vps, ct);
        if (!due.IsPositive)
            return VpsErrors.NothingToRefund;

        var placed = await changes.Refund(vps, due, command.Reason, actor.Kind, command.IdempotencyKey, ct);
        return placed.Map(order => new RequestedRefund(order.ToView(), due));
    }
}
