using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Application.PlanOrders.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.PlanOrders.Commands;

/// <summary>The owner does not want it any more. A cancelled one stays as it is.</summary>
public sealed record CancelMyPlanOrder(OrderId Id, string Reason) : ICommand<PlanOrderWithBalance>;

/// <summary>An admin ends an order that nobody paid.</summary>
/// <param name="CancelledAt">Null for now.</param>
public sealed record CancelPlanOrder(OrderId Id, string Reason, DateTimeOffset? CancelledAt) : ICommand<PlanOrderAnswer>, IAudited
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
    PlanDesk desk, IReadDb db, IUnitOfWork work, ICurrentActor actor, IMapper maps, TimeProvider clock)
    : ICommandHandler<CancelMyPlanOrder, PlanOrderWithBalance>
{
    public async Task<Result<PlanOrderWithBalance>> Handle(CancelMyPlanOrder command, CancellationToken ct)
    {
        if (await desk.TakeOwn(command.Id, actor.UserId, ct) is not { } order)
            return OrderErrors.NotFound;

        var cancelled = order.CancelPlan(ActorKind.User, "user", command.Reason, clock.GetUtcNow());
        if (!cancelled.IsSuccess)
            return cancelled.Error;

        await work.Flush(ct);
        return new PlanOrderWithBalance(maps.Map<PlanOrderView>(order), await db.Balance(order.UserId, order.Currency, ct));
    }
}

internal sealed class CancelPlanOrderHandler(
    PlanDesk desk, IUsers users, IUnitOfWork work, ICurrentActor actor, IMapper maps, TimeProvider clock)
    : ICommandHandler<CancelPlanOrder, PlanOrderAnswer>
{
    public async Task<Result<PlanOrderAnswer>> Handle(CancelPlanOrder command, CancellationToken ct)
    {
        if (await desk.Take(command.Id, ct) is not { } order)
            return OrderErrors.NotFound;

        var cancelled = order.CancelPlan(actor.Kind, actor.Actor.Name, command.Reason, command.CancelledAt ?? clock.GetUtcNow());
        if (!cancelled.IsSuccess)
            return cancelled.Error;

        await work.Flush(ct);
        return await maps.ForAdmins(order, users, ct);
    }
}

internal static class PlanOrderAnswers
{
    /// <summary>With its owner.</summary>
    public static async Task<PlanOrderAnswer> ForAdmins(this IMapper maps, Order order, IUsers users, CancellationToken ct)
    {
        var owner = (await users.Find(order.UserId, ct))!;
        var buyer = new BuyerView(owner.Id.Value, owner.Email, owner.DisplayName.Length > 0 ? owner.DisplayName : owner.Username);
        return new PlanOrderAnswer(maps.Map<PlanOrderView>(order) with { User = buyer });
    }
}
