using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Domain.Sales.Subscriptions;

public readonly record struct PlanChangeQuoteId(long Value) : IId<PlanChangeQuoteId>
{
    public static PlanChangeQuoteId From(long value) => new(value);
}

/// <summary>What the exchange of a plan costs. It holds ten minutes and is used once; a new one takes its place.</summary>
[StreamName("plan_change_quote")]
public sealed class PlanChangeQuote : AggregateRoot<PlanChangeQuoteId>
{
    /// <summary>How long the amounts hold.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(10);

    private PlanChangeQuote()
    {
    }

    public UserId UserId { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public PlanId PlanId { get; private set; }

    public int Quantity { get; private set; }

    public long PriceCents { get; private set; }

    public long CreditCents { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>SHA-256 of what the amounts follow from besides time and use, in lower-case hexadecimal.</summary>
    public string Basis { get; private set; } = "";

    public DateTimeOffset QuotedAt { get; private set; }

    public long DueCents => Math.Max(0, PriceCents - CreditCents);

    public DateTimeOffset ExpiresAt => QuotedAt + Holds;

    public static PlanChangeQuote Of(
        Subscription subscription, PlanId plan, int quantity, Money price, long creditCents, string basis, DateTimeOffset now) => new()
    {
        UserId = subscription.UserId,
        SubscriptionId = subscription.Id,
        PlanId = plan,
        Quantity = quantity,
        PriceCents = price.Cents,
        CreditCents = creditCents,
        Currency = price.Currency,
        Basis = basis,
        QuotedAt = now,
    };

    /// <summary>Whether it can be used for this, now.</summary>
    public Result Check(string basis, DateTimeOffset now)
    {
        if (now >= ExpiresAt)
            return PlanChangeErrors.QuoteExpired;

        return basis == Basis ? Result.Success : PlanChangeErrors.Changed;
    }
}
