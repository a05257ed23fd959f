using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Domain.Tests.Servers;

/// <summary>What can be done with a VPS.</summary>
internal enum Act
{
    Wait,
    RenewByMonth,
    RenewByDay,
    RenewByYear,
    RenewUnpaid,
    RenewInEmergency,
    Goodwill,
    Upstream,
    Resize,
}

/// <summary>A VPS that was bought and paid, and the money that went for it.</summary>
internal sealed class Life
{
    public static readonly DateTimeOffset Start = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);

    private static readonly VpsPurchase Plan = new(1, "Hong Kong", 2, 3, 4, "M", 5, "Debian 12", 2, 4, 50, 20, 30, 5_000, 1);
    private static readonly BillingCycle Yearly = BillingCycle.Create(new BillingCycleTerms("Yearly", 12, 10m, 0, 0, true, 0)).Value;
    private static readonly BillingCalendar Calendar = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private static readonly ResizePricing Pricing =
        new(false, MidpointRounding.ToNegativeInfinity, Money.Yuan(0), Money.Yuan(0), 1, true, new RatioCurve([]));

    private readonly HashSet<OrderItemId> _paidItems = [];
    private readonly List<(DateTimeOffset At, long Cents)> _monthly = [(DateTimeOffset.MinValue, Plan.MonthlyPriceCents)];
    private long _items;

    public Life()
    {
        Vps = Vps.Reserve(new UserId(1), new OrderItemId(1), Plan, "ecs-1", "{}", "");
        Vps.StartPeriod(Plan, Pay(Plan.MonthlyPriceCents, 0), Calendar, Start);
    }

    public Vps Vps { get; }

    public DateTimeOffset Now { get; private set; } = Start;

    public long Paid { get; private set; }

    public long Refunded { get; private set; }

    public long Held => Paid - Refunded;

    public IReadOnlySet<OrderItemId> PaidItems => _paidItems;

    /// <summary>What a month costs from when on.</summary>
    public IReadOnlyList<(DateTimeOffset At, long Cents)> Monthly => _monthly;

    public int Resizes => _monthly.Count - 1;

    public long Due(RefundPolicy policy) =>
        Vps.RefundDue(policy, new VpsPayments(Money.Yuan(Paid), Money.Yuan(Refunded)), PaidItems, Now).Cents;

    /// <summary>Money goes back on another way than the orders of the VPS, as when an admin promises it.</summary>
    public void RefundElsewhere(long cents) => Refunded += cents;

    public void Do(Act act, int number)
    {
        switch (act)
        {
            case Act.Wait:
                Now = Now.AddMinutes(number);
                break;
            case Act.RenewByMonth:
                Renew(Renewal.ByTime(1 + (number % 12), 0, inThirties: false).Value, isPaid: true);
                break;
            case Act.RenewByDay:
                Renew(Renewal.ByTime(0, 1 + (number % 90), inThirties: false).Value, isPaid: true);
                break;
            case Act.RenewByYear:
                Renew(Renewal.ByCycle(Yearly, 1, inThirties: false).Value, isPaid: true);
                break;
            case Act.RenewUnpaid:
                Renew(Renewal.ByTime(1, 0, inThirties: false).Value, isPaid: false);
                break;
            case Act.RenewInEmergency:
                var from = Renewal.From(Vps.ExpireAt, Now);
                Vps.ExtendInEmergency(from, Calendar.AddDays(from, 1), NextItem(), Now);
                break;
            case Act.Goodwill:
                Vps.MoveExpiry(Vps.ExpireAt!.Value.AddMinutes(number - 10_000), Calendar, Now);
                break;
            case Act.Upstream:
                Vps.Observe(2, DateOnly.FromDateTime(Vps.ExpireAt!.Value.UtcDateTime).AddDays((number % 5) - 2), Now);
                break;
            default:
                Resize(number);
                break;
        }
    }

    private void Renew(SoldTime time, bool isPaid)
    {
        var extension = new VpsExtension(time.Days, IsEmergency: false, time.Months, time.PricedDays);
        var from = Renewal.From(Vps.ExpireAt, Now);
        var cents = Renewal.Price(Money.Yuan(Vps.MonthlyPriceCents), time).Value.Cents;
        var price = isPaid ? Pay(cents, time.PricedDays) : new PeriodPrice(NextItem(), Money.Yuan(cents), time.PricedDays);
        Vps.Extend(from, Vps.Until(extension, from, Calendar), price, Now);
    }

    private void Resize(int monthly)
    {
        var unused = Vps.UnusedTime(Now, PaidItems);
        var price = Pricing.Quote(Money.Yuan(Vps.MonthlyPriceCents), Money.Yuan(monthly), unused, Now);
        var (back, item) = (Math.Min(price.Refund.Cents, Held), NextItem());
        Paid += Math.Max(0, price.Charge.Cents);
        Refunded += back;
        _paidItems.Add(item);
        var change = new VpsResize(Vps.PackageId, Vps.Shape, 5, "L", Vps.Shape, 30, AddOns.None, monthly, price.Refund.Cents, null);
        _monthly.Add((Now, monthly));
        Vps.Resize(change, item, Money.Yuan(price.Charge.IsPositive ? price.Charge.Cents : -back), Now, PaidItems);
    }

    private PeriodPrice Pay(long cents, decimal pricedDays)
    {
        var item = NextItem();
        Paid += cents;
        _paidItems.Add(item);
        return new PeriodPrice(item, Money.Yuan(cents), pricedDays);
    }

    private OrderItemId NextItem() => new(++_items);
}
