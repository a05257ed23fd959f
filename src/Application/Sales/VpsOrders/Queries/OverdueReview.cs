namespace VpsPanel.Application.Sales.VpsOrders.Queries;

/// <summary>Pieces of the texts that find orders which have waited for an admin since @OverdueSince or longer; o is the order.</summary>
internal static class OverdueReview
{
    /// <summary>The first claim that nobody has judged; an order without one waits since it was placed.</summary>
    public const string Since =
        """
        coalesce(
            (select min(p.created_at) from order_payments p where p.order_id = o.id and p.status = 'pending_review'), o.created_at)
        """;

    public const string Condition = $"o.kind = 'console' and o.status = 'pending_review' and {Since} <= @OverdueSince";
}
