using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Servers;

/// <summary>A month of 28 days for 50.00, of which 21 are used, refunded by the time that is left.</summary>
public sealed class VpsRefundTests
{
    private const int Day = 24 * 60;
    private static readonly RefundPolicy ByTimeLeft = new(new RatioCurve([new(0, 1), new(100, 0)]), default, default, default);
    private static readonly RefundPolicy Trial = new(new RatioCurve([]), TimeSpan.FromDays(1), default, default);
    private readonly Life _life = new();

    public VpsRefundTests() => _life.Do(Act.Wait, 21 * Day);

    [Fact]
    public void A_quarter_that_is_left_gives_back_a_quarter() => _life.Due(ByTimeLeft).Should().Be(1_250);

    [Fact]
    public void Free_time_turns_no_used_time_into_money()
    {
        _life.Do(Act.RenewInEmergency, 0);
        _life.Do(Act.Goodwill, 10_000 + (7 * Day));

        _life.Due(ByTimeLeft).Should().Be(1_250);
        _life.Do(Act.Wait, 7 * Day);
        _life.Due(ByTimeLeft).Should().Be(0, "only granted time is left");
    }

    [Fact]
    public void A_renewal_gives_back_its_own_price_and_nothing_of_the_month_before_it()
    {
        _life.Do(Act.RenewByMonth, 0);

        _life.Due(ByTimeLeft).Should().Be(1_250 + 5_000);
        _life.Do(Act.Wait, 7 * Day);
        _life.Due(ByTimeLeft).Should().Be(5_000, "the renewed month has not begun to pass");
        _life.Do(Act.Wait, 31 * Day / 2);
        _life.Due(ByTimeLeft).Should().Be(2_497, "summer time made the month an hour shorter");
    }

    [Fact]
    public void A_renewal_that_begins_has_a_trial_of_its_own_and_the_month_before_it_has_none_again()
    {
        _life.Do(Act.RenewByMonth, 0);
        _life.Do(Act.Wait, 7 * Day);

        _life.Due(Trial).Should().Be(5_000);
        _life.Do(Act.Wait, 2 * Day);
        _life.Due(Trial).Should().Be(0);
    }

    [Fact]
    public void A_bigger_size_costs_from_its_moment_on_and_is_refunded_for_what_is_left_of_it()
    {
        _life.Do(Act.Resize, 10_000);

        _life.Paid.Should().Be(6_250);
        _life.Due(ByTimeLeft).Should().Be(2_500);
        _life.Do(Act.Wait, 7 * Day / 2);
        _life.Due(ByTimeLeft).Should().Be(1_250);
    }

    [Fact]
    public void A_smaller_size_leaves_less_to_refund_because_a_part_went_back_for_it()
    {
        _life.Do(Act.Resize, 2_500);

        _life.Refunded.Should().Be(625);
        _life.Due(ByTimeLeft).Should().Be(625);
        (_life.Held - _life.Due(ByTimeLeft)).Should().Be(3_750, "three weeks at the old price were used");
    }

    [Fact]
    public void Time_that_nobody_paid_for_gives_back_nothing()
    {
        _life.Do(Act.RenewUnpaid, 0);

        _life.Due(ByTimeLeft).Should().Be(1_250);
    }

    [Fact]
    public void Time_that_was_taken_away_gives_back_nothing()
    {
        _life.Do(Act.Goodwill, 10_000 - (7 * Day / 2));

        _life.Due(ByTimeLeft).Should().Be(625);
    }
}
