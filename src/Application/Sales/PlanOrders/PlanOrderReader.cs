using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Sales.PlanOrders;

/// <summary>The texts that read a page of orders with what belongs to them, all with the same parameters.</summary>
internal sealed record PlanOrderTexts(
    Sql<PlanOrderArgs, PlanOrderView> Rows,
    Sql<PlanOrderArgs, PlanOrderItemView> Items,
    Sql<PlanOrderArgs, PlanOrderRefundView> Refunds,
    Sql<PlanOrderArgs, PlanOrderPaymentView> Payments);

internal static class PlanOrderReader
{
    public static async Task<IReadOnlyList<PlanOrderView>> Read(
        this IReadDb db, PlanOrderTexts texts, PlanOrderArgs args, CancellationToken ct)
    {
        var orders = await db.List(texts.Rows, args, ct);
        if (orders.Count == 0)
            return orders;

        var refunds = (await db.List(texts.Refunds, args, ct)).ToLookup(refund => refund.OrderId);
        var payments = (await db.List(texts.Payments, args, ct)).ToLookup(payment => payment.OrderId);
        var items = (await db.List(texts.Items, args, ct)).ToLookup(item => item.OrderId);
        var read = new List<PlanOrderView>(orders.Count);
        foreach (var order in orders)
        {
            // What slid to another page between the reads left its parts there, and is read again alone.
            if (args.Id == 0 && !items.Contains(order.Id))
                read.AddRange(await db.Read(texts, PlanOrderArgs.One(args.UserId, order.Id), ct));
            else
                read.Add(order with { Items = [.. items[order.Id]], Refunds = [.. refunds[order.Id]], Payments = [.. payments[order.Id]] });
        }

        return read;
    }
}
