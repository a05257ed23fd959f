using FluentValidation;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders.Commands;

/// <summary>The owner does not want it any more. A cancelled one stays as it is.</summary>
public sealed record CancelMyPlanOrder(OrderId Id, string Reason) : ICommand<PlanOrderWithBalance>;

/// <summary>An admin ends an order that nobody paid.</summary>
/// <param name="CancelledAt">Null for now.</param>
public sealed record CancelPlanOrder(OrderId Id, string Reason, DateTimeOffset? CancelledAt) : ICommand<PlanOrderResponse>, IAudited
{
    public AuditRecord Audit(object? answer) => new("plan_order.cancel", "order", Id.Value.ToString(), new { Reason });
}

internal sealed class CancelMyPlanOrderValidator : AbstractValidator<CancelMyPlanOrder>
{
    public CancelMyPlanOrderValidator() => RuleFor(command => command.Reason).MaximumLength(OrderRefund.MaxReason);
}

internal sealed class CancelPlanOrderValidator : AbstractValidator<CancelPlanOrder>
{
    public CancelPlanOrderValidator() => RuleFor(command => command.Reason).MaximumLength(OrderRefund.MaxReason);
}

internal sealed class CancelMyPlanOrderHandler(
    PlanOrderFulfillment fulfillment, IReadDb db, IUnitOfWork work, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<CancelMyPlanOrder, PlanOrderWithBalance>
{
    public async Task<Result<PlanOrderWithBalance>> Handle(CancelMyPlanOrder command, CancellationToken ct)
    {
        if (await fulfillment.FindOwnForUpdate(command.Id, actor.UserId, ct) is not { } order)
            return OrderErrors.NotFound;

        var cancelled = order.CancelPlan(ActorKind.User, "user", command.Reason, clock.GetUtcNow());
        if (!cancelled.IsSuccess)
            return cancelled.Error;

        work.Stamp();
        return new PlanOrderWithBalance(order.ToPlanView(), await db.Balance(order.UserId, order.Currency, ct));
    }
}

internal sealed class CancelPlanOrderHandler(
    PlanOrderFulfillment fulfillment, IUsers users, IUnitOfWork work, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<CancelPlanOrder, PlanOrderResponse>
{
    public async Task<Result<PlanOrderResponse>> Handle(CancelPlanOrder command, CancellationToken ct)
    {
        if (await fulfillment.FindForUpdate(command.Id, ct) is not { } order)
            return OrderErrors.NotFound;

        var cancelled = order.CancelPlan(actor.Kind, actor.Actor.Name, command.Reason, command.CancelledAt ?? clock.GetUtcNow());
        if (!cancelled.IsSuccess)
            return cancelled.Error;

        work.Stamp();
        return await order.ForAdmins(users, ct);
    }
}
