using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Servers;

/// <summary>Whatever is done with a VPS, in whatever order.</summary>
public sealed class LifeProperties
{
    private static readonly RefundPolicy Generous = new(new RatioCurve([new(0, 1), new(100, 0.5m)]), default, default, default);

    [Fact]
    public void No_chain_of_renewals_and_resizes_ends_with_more_than_was_paid() => After((life, _, _) =>
        life.Refunded + life.Due(Generous) <= life.Paid);

    [Fact]
    public void Time_is_added_by_what_was_bought_or_granted_and_taken_by_nobody_but_an_admin_or_the_upstream() => After((life, act, before) =>
        life.Vps.ExpireAt >= before || act is Act.Goodwill or Act.Upstream);

    [Fact]
    public void Every_movement_of_the_end_is_a_period_and_the_last_one_ends_at_the_end() => After((life, _, _) =>
    {
        var moves = life.Vps.Periods.Where(period => period.Kind != VpsPeriodKind.Resize).OrderBy(period => period.Seq).ToList();
        return moves.Zip(moves.Skip(1)).All(pair => pair.Second.StartsAt >= pair.First.EndsAt) && moves[^1].EndsAt == life.Vps.ExpireAt;
    });

    [Fact]
    public void Nobody_pays_for_granted_time_by_another_size_and_nobody_gets_money_for_it() => After((life, _, _) =>
    {
        var sold = life.Vps.Periods.Where(period => period.IsSold).ToList();
        return life.Vps.UnusedTime(life.Now, life.PaidItems).All(time =>
            time.End <= life.Vps.ExpireAt && sold.Any(period => period.StartsAt == time.Start && time.End <= period.EndsAt));
    });

    [Fact]
    public void What_is_left_of_the_paid_time_is_never_more_than_what_was_paid() => After((life, _, _) =>
        life.Vps.UnusedTime(life.Now, life.PaidItems).Sum(time => time.Left!.Value.Cents) <= life.Paid - life.Refunded);

    [Fact]
    public void A_cent_that_rounding_takes_off_an_unpaid_period_is_taken_off_a_paid_one()
    {
        var life = new Life();
        foreach (var (act, number) in new[] { (Act.RenewUnpaid, 7417), (Act.Resize, 8836), (Act.RenewInEmergency, 5267), (Act.Resize, 633) })
            life.Do(act, number);

        Assert.True(life.Vps.UnusedTime(life.Now, life.PaidItems).Sum(time => time.Left!.Value.Cents) <= life.Paid - life.Refunded);
    }

    [Fact]
    public void A_step_up_and_back_after_any_life_never_earns()
    {
        var cases = from acts in Acts
                    from step in Gen.Choose(1, 50_000)
                    from wait in Gen.Choose(0, 50_000)
                    select (Acts: acts, Step: step, Wait: wait);
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var life = new Life();
            foreach (var (act, number) in one.Acts)
                life.Do(act, number);

            var (low, before) = ((int)life.Vps.MonthlyPriceCents, life.Held);
            life.Do(Act.Resize, low + one.Step);
            life.Do(Act.Wait, one.Wait);
            life.Do(Act.Resize, low);
            return life.Held >= before;
        }).QuickCheckThrowOnFailure();
    }

    internal static Gen<List<(Act Act, int Number)>> Acts =>
        from acts in Gen.Elements(Enum.GetValues<Act>()).Zip(Gen.Choose(1, 20_000)).ListOf()
        select acts.Select(pair => (pair.Item1, pair.Item2)).ToList();

    private static void After(Func<Life, Act, DateTimeOffset, bool> holds) => Prop.ForAll(Acts.ToArbitrary(), acts =>
    {
        var life = new Life();
        return acts.All(next =>
        {
            var before = life.Vps.ExpireAt!.Value;
            life.Do(next.Act, next.Number);
            return holds(life, next.Act, before);
        });
    }).QuickCheckThrowOnFailure();
}
