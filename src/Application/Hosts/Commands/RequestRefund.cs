using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;

namespace VpsPanel.Application.Hosts.Commands;

/// <summary>The owner gives his VPS back for what it is worth now; it is deleted when that is approved.</summary>
[CommandName("vps.request_refund")]
public sealed record RequestRefund(VpsId Id, string Reason, string? IdempotencyKey) : ICommand<RequestedRefund>, IIdempotent;

public sealed record RequestedRefund(OrderView Order, Yuan RefundAmount);

internal sealed class RequestRefundValidator : AbstractValidator<RequestRefund>
{
    public RequestRefundValidator() => RuleFor(command => command.Reason).MaximumLength(500);
}

internal sealed class RequestRefundHandler(
    IVpsStore servers, RefundCalculator calculator, HostChangeDesk desk, ISettings settings, ICurrentActor actor, IMapper maps)
    : ICommandHandler<RequestRefund, RequestedRefund>
{
    public async Task<Result<RequestedRefund>> Handle(RequestRefund command, CancellationToken ct)
    {
        if (await servers.FindForUpdate(command.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        if (!await settings.IsOn(RefundSettings.Enabled, ct))
            return VpsErrors.RefundDisabled;

        // Whoever lost his host to an admin cannot take the money and run.
        if (vps.AdminStatus != VpsAdminStatus.Normal)
            return VpsErrors.Locked;

        var due = await calculator.Due(vps, ct);
        if (!due.IsPositive)
            return VpsErrors.NothingToRefund;

        var placed = await desk.Refund(vps, due, command.Reason, actor.Kind, command.IdempotencyKey, ct);
        return placed.Map(order => new RequestedRefund(maps.Map<OrderView>(order), due));
    }
}
