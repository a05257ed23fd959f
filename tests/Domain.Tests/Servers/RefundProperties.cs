using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Servers;

/// <summary>A VPS that is given back after any use, extension, paid or free, and resize, in every order.</summary>
public sealed class RefundProperties
{
    private static readonly RefundPolicy ByTimeUsed = new(new RatioCurve([new(0, 1), new(100, 0)]), default, default, default);

    private static readonly Act[] Extensions =
        [Act.RenewByMonth, Act.RenewByDay, Act.RenewByYear, Act.RenewUnpaid, Act.RenewInEmergency, Act.Goodwill, Act.Upstream];

    [Fact]
    public void Each_paid_period_gives_back_at_most_the_ratio_of_its_own_elapsed_share_of_what_it_cost() => Always((life, policy, _) =>
    {
        var paid = life.Vps.Periods.Where(period => period.AmountCents > 0 && life.PaidItems.Contains(period.OrderItemId!.Value)).ToList();
        var most = paid.Sum(period => policy.Ratio(life.Now - period.StartsAt, period.Length) * period.AmountCents);
        return life.Due(policy) <= most + paid.Count;
    });

    [Fact]
    public void No_more_goes_back_than_is_held_of_what_was_paid() => Always((life, policy, _) =>
        life.Due(policy) is var due && due >= 0 && due <= life.Held);

    [Fact]
    public void Extending_for_money_adds_at_most_what_it_cost_and_extending_for_nothing_adds_nothing() => Always((life, policy, act) =>
    {
        if (!Extensions.Contains(act.Act))
            return true;

        var (due, paid) = (life.Due(policy), life.Paid);
        life.Do(act.Act, act.Number);
        return life.Due(policy) <= due + life.Paid - paid;
    });

    [Fact]
    public void What_went_back_on_another_way_does_not_go_back_again() => Always((life, policy, _) =>
    {
        life.RefundElsewhere(life.Due(policy));
        return life.Due(policy) == 0;
    });

    [Fact]
    public void Refunded_by_the_time_used_whoever_gives_a_VPS_back_has_paid_for_the_time_they_used_less_a_cent_a_payment() => Always((life, _, _) =>
        life.Held - life.Due(ByTimeUsed) >= PriceOfTimeUsed(life) - (Sold(life).Count() * (1 + life.Resizes)));

    private static IEnumerable<VpsPeriod> Sold(Life life) =>
        life.Vps.Periods.Where(period => period.IsSold && life.PaidItems.Contains(period.OrderItemId!.Value));

    /// <summary>Of each month that was sold, the days that have passed, at the price of the size that the VPS had on them.</summary>
    private static decimal PriceOfTimeUsed(Life life) => Sold(life).Sum(period =>
    {
        var end = life.Vps.Periods.Where(other => other.Seq > period.Seq && other.EndsAt < other.StartsAt && other.ResizeOf is null)
            .Select(other => other.EndsAt).Append(period.EndsAt).Append(life.Now).Min();
        return life.Monthly.Zip(life.Monthly.Skip(1).Append((At: DateTimeOffset.MaxValue, Cents: 0L))).Sum(size =>
        {
            var (from, to) = (Later(size.First.At, period.StartsAt), size.Second.At < end ? size.Second.At : end);
            return to > from ? size.First.Cents * period.PricedDays / 30 * (to - from).Ticks / period.Length.Ticks : 0;
        });
    });

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>Curves that fall, as time does, and rules in days.</summary>
    private static Gen<RefundPolicy> Policies =>
        from isCurve in Gen.Elements(true, false)
        from percents in Gen.Choose(0, 120).ListOf(3)
        from ratios in Gen.Choose(0, 100).ListOf(3)
        from days in Gen.Choose(0, 40).ListOf(3)
        let points = percents.Order().Zip(ratios.OrderDescending(), (percent, ratio) => new CurvePoint(percent, ratio / 100m))
        select new RefundPolicy(
            new RatioCurve(isCurve ? points : []), TimeSpan.FromDays(days[0]), TimeSpan.FromDays(days[1]), TimeSpan.FromDays(days[2]));

    /// <summary>Asked before each act and after the last.</summary>
    private static void Always(Func<Life, RefundPolicy, (Act Act, int Number), bool> holds)
    {
        var cases = from acts in LifeProperties.Acts
                    from policy in Policies
                    select (Acts: acts, Policy: policy);
        Prop.ForAll(cases.ToArbitrary(), one => Enumerable.Range(0, one.Acts.Count + 1).All(count =>
        {
            var life = new Life();
            foreach (var (act, number) in one.Acts.Take(count))
                life.Do(act, number);

            return holds(life, one.Policy, count < one.Acts.Count ? one.Acts[count] : (Act.Wait, 0));
        })).QuickCheckThrowOnFailure();
    }
}
