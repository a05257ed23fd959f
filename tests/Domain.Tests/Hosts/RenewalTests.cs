using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using Xunit;

namespace VpsPanel.Domain.Tests.Hosts;

public sealed class RenewalTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly EmergencyRenewal Terms = new(true, TimeSpan.FromDays(7), 1, TimeSpan.FromHours(720));

    [Theory]
    [InlineData(2, 0, 2)]
    [InlineData(2, 400, 2)]
    [InlineData(0, 30, 1)]
    [InlineData(0, 31, 2)]
    [InlineData(0, 45, 2)]
    [InlineData(0, 0, 1)]
    [InlineData(600, 0, 600)]
    [InlineData(0, 18_000, 600)]
    public void Days_are_sold_in_months_that_are_begun(int months, int days, int sold) =>
        Renewal.Months(months, days).Value.Should().Be(sold);

    [Theory]
    [InlineData(601, 0, "duration_months")]
    [InlineData(-1, 0, "duration_months")]
    [InlineData(0, -30, "renew_days")]
    [InlineData(0, 18_001, "renew_days")]
    [InlineData(0, int.MaxValue, "renew_days")]
    public void What_cannot_be_sold_is_refused_by_its_name(int months, int days, string field) =>
        Renewal.Months(months, days).Error!.Details.Should().ContainKey(field);

    [Fact]
    public void Time_that_is_left_stays_and_time_without_a_host_is_not_sold()
    {
        Renewal.Price(Money.Yuan(3_300), 2).Value.Cents.Should().Be(6_600);
        Renewal.Until(Now.AddDays(10), 60, Now).Should().Be(Now.AddDays(70));
        Renewal.Until(Now.AddDays(-5), 60, Now).Should().Be(Now.AddDays(60));
        Renewal.Until(null, 30, Now).Should().Be(Now.AddDays(30));
    }

    [Fact]
    public void Nobody_pays_for_more_than_a_hundred_years_or_more_than_money_can_count()
    {
        Renewal.Reaches(Now.AddYears(60), 600 * 30, Now).Error!.Code.Should().Be("vps.paid_too_far_ahead");
        Renewal.Reaches(DateTimeOffset.MaxValue, 30, Now).IsSuccess.Should().BeFalse();
        Renewal.Reaches(Now.AddYears(40), 600 * 30, Now).IsSuccess.Should().BeTrue();
        Renewal.Price(Money.Yuan(1_000_000_000_000), 2).Error!.Code.Should().Be("price.too_high");
    }

    [Theory]
    [InlineData(3, null, null)]
    [InlineData(7, null, null)]
    [InlineData(8, null, "vps.not_in_emergency")]
    [InlineData(0, null, "vps.not_in_emergency")]
    [InlineData(-1, null, "vps.not_in_emergency")]
    [InlineData(3, 719, "vps.emergency_renewed_before")]
    [InlineData(3, 720, null)]
    public void An_emergency_is_shortly_before_the_expiry_and_rare(int daysLeft, int? hoursAgo, string? code) =>
        Terms.Allows(Now.AddDays(daysLeft), hoursAgo is { } hours ? Now.AddHours(-hours) : null, Now).Error?.Code.Should().Be(code);

    [Fact]
    public void A_window_of_nothing_is_any_time_and_a_switch_is_a_switch()
    {
        (Terms with { Window = TimeSpan.Zero }).Allows(Now.AddDays(300), null, Now).IsSuccess.Should().BeTrue();
        (Terms with { Enabled = false }).Allows(Now.AddDays(3), null, Now).Error!.Code.Should().Be("vps.emergency_renew_disabled");
        Terms.Allows(null, null, Now).Error!.Code.Should().Be("vps.not_in_emergency");
    }
}
