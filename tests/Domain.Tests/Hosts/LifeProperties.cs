using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;
using Xunit;

namespace VpsPanel.Domain.Tests.Hosts;

/// <summary>Whatever an owner does with a host, in whatever order.</summary>
public sealed class LifeProperties
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly HostPlan Plan = new(1, "Hong Kong", 2, 3, 4, "M", 5, "Debian 12", 2, 4, 50, 20, 30, 5_000, 1);
    private static readonly RefundPolicy Generous = new(new RatioCurve([new(0, 1), new(100, 0.5m)]), default, default, default);

    private static readonly ResizePricing Pricing =
        new(false, MidpointRounding.ToNegativeInfinity, Money.Yuan(0), Money.Yuan(0), 1, true, new RatioCurve([]));

    private enum Act
    {
        Wait,
        Renew,
        RenewInEmergency,
        Resize,
    }

    [Fact]
    public void No_chain_of_renewals_and_resizes_ends_with_more_than_was_paid() => After((life, _) =>
        life.Refunded + Generous.Due(Money.Yuan(life.Held), Start, life.Vps.ExpireAt, life.Now).Cents <= life.Paid);

    [Fact]
    public void Time_is_added_by_what_was_bought_or_granted_and_never_taken() => After((life, before) => life.Vps.ExpireAt >= before);

    [Fact]
    public void Granted_time_is_not_part_of_the_paid_period() => After((life, _) =>
        life.Vps.PaidPeriod is { } period && period.End <= life.Vps.ExpireAt && (!life.WasGranted || period.End < life.Vps.ExpireAt));

    private static void After(Func<Life, DateTimeOffset, bool> holds)
    {
        var act = Gen.Elements(Enum.GetValues<Act>()).Zip(Gen.Choose(1, 20_000));
        Prop.ForAll(act.ListOf().ToArbitrary(), acts =>
        {
            var life = new Life();
            return acts.All(next =>
            {
                var before = life.Vps.ExpireAt!.Value;
                life.Do(next.Item1, next.Item2);
                return holds(life, before);
            });
        }).QuickCheckThrowOnFailure();
    }

    private sealed class Life
    {
        public Life() => Vps.StartPeriod(Start, 1);

        public Vps Vps { get; } = Vps.Reserve(new UserId(1), new OrderItemId(1), Plan, "ecs-1", "{}", "");

        public DateTimeOffset Now { get; private set; } = Start;

        public long Paid { get; private set; } = Plan.MonthlyPriceCents;

        public long Refunded { get; private set; }

        public bool WasGranted { get; private set; }

        public long Held => Paid - Refunded;

        public void Do(Act act, int number)
        {
            switch (act)
            {
                case Act.Wait:
                    Now = Now.AddMinutes(number);
                    break;
                case Act.Renew:
                    var months = 1 + (number % 12);
                    Paid += Renewal.Price(Money.Yuan(Vps.MonthlyPriceCents), months).Value.Cents;
                    Vps.Extend(Renewal.Until(Vps.ExpireAt, months * Renewal.DaysPerMonth, Now), Now);
                    WasGranted = false;
                    break;
                case Act.RenewInEmergency:
                    Vps.ExtendInEmergency(Renewal.Until(Vps.ExpireAt, 1, Now), Now);
                    WasGranted = true;
                    break;
                default:
                    Resize(number);
                    break;
            }
        }

        private void Resize(int monthly)
        {
            var price = Pricing.Quote(Money.Yuan(Vps.MonthlyPriceCents), Money.Yuan(monthly), Vps.PaidPeriod, Now);
            Paid += Math.Max(0, price.Charge.Cents);
            Refunded += Math.Min(price.Refund.Cents, Held);
            Vps.Resize(new HostResize(
                Vps.PackageId, Vps.Shape, 5, "L", Vps.Shape, 30, AddOns.None, monthly, price.Refund.Cents, null));
        }
    }
}
