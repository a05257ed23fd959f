using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Sales.PlanChanges;

/// <summary>What paid for a subscription under its present plan.</summary>
internal sealed record PlanChangeBasis(IReadOnlyList<PlanChangeBasis.Row> Grants)
{
    private static readonly Sql<Args, Row> All = new(
        """
        select coalesce(g.order_id, 0) as order_id, g.expires_before, g.expires_after, g.created_at, g.traffic_bytes,
               coalesce(o.total_cents + o.credit_cents, 0) as paid_cents,
               coalesce(o.refunded_cents + o.credited_cents, 0) as taken_back_cents, coalesce(o.currency, '') as currency
        from subscription_grants g
        join subscriptions s on s.id = g.subscription_id and s.terms_number = g.terms_number
        left join orders o on o.id = g.order_id
        where g.subscription_id = @Id
        order by g.id
        """);

    /// <summary>In the order of their ids.</summary>
    public IEnumerable<OrderId> Orders =>
        Grants.Where(grant => grant.OrderId > 0).Select(grant => new OrderId(grant.OrderId)).OrderBy(order => order.Value);

    public static async Task<PlanChangeBasis> Read(IReadDb db, SubscriptionId id, CancellationToken ct) =>
        new(await db.List(All, new Args(id.Value), ct));

    public bool IsPaidIn(string currency) => Grants.All(grant => grant.OrderId == 0 || grant.Currency == currency);

    public long CreditOf(Subscription subscription, BillingCalendar calendar, DateTimeOffset now)
    {
        var gifts = Grants.Where(grant => grant.OrderId == 0).Sum(grant => grant.TrafficBytes);
        return PlanCredit.Cents(
            [.. Grants.Where(grant => grant.OrderId > 0).Select(grant => grant.Paid())], subscription.Traffic(calendar, gifts), now);
    }

    /// <summary>Of everything that the amounts follow from besides time and use.</summary>
    public string Hash(Subscription subscription, PlanSnapshot plan)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{subscription.PlanId?.Value}/{subscription.TermsNumber}/{subscription.ExpiresAt.UtcTicks}\n");
        text.Append(CultureInfo.InvariantCulture, $"{plan.Id}/{plan.PriceCents}/{plan.Currency}/{plan.DurationDays}/{plan.TrafficLimitBytes}/{plan.DevicesLimit}/{plan.Reset}\n");
        foreach (var grant in Grants)
            text.Append(CultureInfo.InvariantCulture, $"{grant.OrderId}/{grant.PaidCents}/{grant.TakenBackCents}/{grant.ExpiresAfter.UtcTicks}\n");

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    internal sealed record Args(long Id);

    /// <param name="OrderId">0 for a gift.</param>
    internal sealed record Row(
        long OrderId,
        DateTimeOffset ExpiresBefore,
        DateTimeOffset ExpiresAfter,
        DateTimeOffset CreatedAt,
        long TrafficBytes,
        long PaidCents,
        long TakenBackCents,
        string Currency)
    {
        /// <summary>After its end a subscription is renewed from that day, not from its end.</summary>
        public PaidPeriod Paid() => new(
            new OrderId(OrderId), ExpiresBefore > CreatedAt ? ExpiresBefore : CreatedAt, ExpiresAfter, TrafficBytes, PaidCents, TakenBackCents);
    }
}
