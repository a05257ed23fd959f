using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Domain.Servers;

public readonly record struct VpsPeriodId(long Value) : IId<VpsPeriodId>
{
    public static VpsPeriodId From(long value) => new(value);
}

/// <summary>Where a stretch of a VPS's time comes from.</summary>
public enum VpsPeriodKind
{
    /// <summary>It was sold with the VPS.</summary>
    Purchase,

    /// <summary>It was sold for a VPS that existed.</summary>
    Renewal,

    /// <summary>An admin wrote the VPS down with it.</summary>
    Record,

    /// <summary>Another size was paid for in a period that was sold; negative for what a smaller size gave back.</summary>
    Resize,

    /// <summary>The owner took it for nothing shortly before the end.</summary>
    Emergency,

    /// <summary>An admin moved the end.</summary>
    Goodwill,

    /// <summary>The upstream says another end.</summary>
    Upstream,
}

/// <summary>
/// One movement of a VPS's end, or one payment for time that was sold before. Written once, never changed: the movements of one VPS, by
/// <see cref="Seq"/>, lead from its beginning to its end.
/// </summary>
public sealed class VpsPeriod
{
    private VpsPeriod()
    {
    }

    public VpsPeriodId Id { get; private set; }

    /// <summary>From 1, in the order in which it happened.</summary>
    public int Seq { get; private set; }

    public VpsPeriodKind Kind { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>Before <see cref="StartsAt"/> where time was taken away.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>What it costs; negative for what went back. It is paid when the order of its item is.</summary>
    public long AmountCents { get; private set; }

    /// <summary>Thirtieths of the monthly price that it was sold for: 300 for a year at ten monthly prices. 0 unless it was sold.</summary>
    public decimal PricedDays { get; private set; }

    /// <summary>The item that ordered it; kept when the order is gone.</summary>
    public OrderItemId? OrderItemId { get; private set; }

    /// <summary>For another size, the <see cref="Seq"/> of the period that it is paid for.</summary>
    public int? ResizeOf { get; private set; }

    public TimeSpan Length => EndsAt - StartsAt;

    /// <summary>A month of it has a price, so another size has one too.</summary>
    public bool IsSold => Kind is VpsPeriodKind.Purchase or VpsPeriodKind.Renewal or VpsPeriodKind.Record;

    internal static VpsPeriod Of(int seq, VpsPeriodKind kind, DateTimeOffset from, DateTimeOffset to, PeriodPrice? price = null) => new()
    {
        Seq = seq,
        Kind = kind,
        StartsAt = from,
        EndsAt = to,
        AmountCents = price?.Amount.Cents ?? 0,
        PricedDays = price?.PricedDays ?? 0,
        OrderItemId = price?.Item,
    };

    /// <param name="to">The end of what is left of the period, which may be before its own end.</param>
    internal static VpsPeriod Resized(
        int seq, VpsPeriod sold, DateTimeOffset from, DateTimeOffset to, Money amount, OrderItemId item) => new()
    {
        Seq = seq,
        Kind = VpsPeriodKind.Resize,
        StartsAt = from,
        EndsAt = to,
        AmountCents = amount.Cents,
        OrderItemId = item,
        ResizeOf = sold.Seq,
    };
}
