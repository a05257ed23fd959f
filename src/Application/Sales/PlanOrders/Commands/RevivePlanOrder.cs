using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Application.Sales.Plans;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders.Commands;

/// <summary>The owner wants an order of a plan after all that was closed unpaid: the plan as it is sold today, at today's price.</summary>
public sealed record RevivePlanOrder(OrderId Id) : ICommand<PlanOrderWithBalance>;

internal sealed class RevivePlanOrderHandler(
    PlanOrderFulfillment fulfillment,
    IPlans plans,
    OrderLimits limits,
    ISettings settings,
    IReadDb db,
    IUnitOfWork work,
    ICurrentActor actor,
    TimeProvider clock) : ICommandHandler<RevivePlanOrder, PlanOrderWithBalance>
{
    public async Task<Result<PlanOrderWithBalance>> Handle(RevivePlanOrder command, CancellationToken ct)
    {
        if (await fulfillment.FindOwnForUpdate(command.Id, actor.UserId, ct) is not { } order)
            return OrderErrors.NotFound;

        if (order.Revivable() is { IsSuccess: false } failure)
            return failure.Error;

        if (await limits.RefuseUnpaid(order.UserId, ct) is { } tooMany)
            return tooMany;

        if (await plans.Find(order.PlanId!.Value, ct) is not { IsSold: true } plan)
            return OrderErrors.Unavailable;

        var window = await settings.PaymentWindowOf(order.Payments[0].Method, ct);
        var revived = order.RevivePlan(PlanSnapshot.Of(plan), window, clock.GetUtcNow());
        if (!revived.IsSuccess)
            return revived.Error;

        await work.Flush(ct);
        return new PlanOrderWithBalance(order.ToPlanView(), await db.Balance(order.UserId, order.Currency, ct));
    }
}
