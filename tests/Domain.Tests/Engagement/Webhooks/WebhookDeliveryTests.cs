using FluentAssertions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Webhooks;
using Xunit;

namespace VpsPanel.Domain.Tests.Engagement.Webhooks;

public sealed class WebhookDeliveryTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly WebhookAttempt Down = new(503, "down");

    private readonly WebhookDelivery _delivery =
        WebhookDelivery.Queue("hook", new WebhookMessage("order_1_1", new OrderId(1), 1, "order.approved", "{}"), Start);

    [Fact]
    public void The_gaps_grow_and_last_about_three_days()
    {
        var now = Start;
        List<TimeSpan> gaps = [];
        while (_delivery.Status != WebhookDeliveryStatus.Parked)
        {
            Fail(Down, now, jitter: 0);
            gaps.Add(_delivery.NextAttemptAt - now);
            now = _delivery.NextAttemptAt;
        }

        gaps[..^1].Should().BeInAscendingOrder().And.HaveCount(9).And.OnlyHaveUniqueItems();
        (gaps[..^1].Aggregate(TimeSpan.Zero, (sum, gap) => sum + gap)).TotalDays.Should().BeApproximately(3, 0.1);
    }

    [Fact]
    public void Jitter_spreads_by_a_fifth_at_most()
    {
        Fail(Down, Start, jitter: 1);

        (_delivery.NextAttemptAt - Start).TotalSeconds.Should().Be(6);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(60, 60)]
    [InlineData(10_000_000, 86_400)]
    [InlineData(-5, 5)]
    public void A_receiver_may_ask_for_a_longer_gap_but_not_for_more_than_a_day(int asked, int expected)
    {
        Fail(Down with { RetryAfter = TimeSpan.FromSeconds(asked) }, Start, jitter: 0);

        (_delivery.NextAttemptAt - Start).TotalSeconds.Should().Be(expected);
    }

    [Theory]
    [InlineData(410, false)]
    [InlineData(null, true)]
    public void Gone_and_refused_are_not_tried_again(int? status, bool refused)
    {
        Fail(new WebhookAttempt(status, "no", IsRefused: refused), Start, jitter: 0);

        _delivery.Status.Should().Be(WebhookDeliveryStatus.Parked);
    }

    [Fact]
    public void Who_comes_back_after_the_claim_lapsed_changes_nothing()
    {
        _delivery.Claim(TimeSpan.FromSeconds(60), Start);
        _delivery.Claim(TimeSpan.FromSeconds(60), Start.AddSeconds(61));

        _delivery.Record(1, new WebhookAttempt(200, ""), 0, Start.AddSeconds(62)).Error!.Code.Should().Be("webhook.claim_lost");
        _delivery.Record(2, new WebhookAttempt(200, ""), 0, Start.AddSeconds(62)).IsSuccess.Should().BeTrue();
        _delivery.Status.Should().Be(WebhookDeliveryStatus.Delivered);
    }

    [Fact]
    public void What_is_being_sent_cannot_be_resent_beside_it()
    {
        _delivery.Claim(TimeSpan.FromSeconds(60), Start);

        _delivery.Resend(Start.AddSeconds(1)).Error!.Code.Should().Be("webhook.in_flight");
        _delivery.Resend(Start.AddSeconds(60)).IsSuccess.Should().BeTrue("the claim has lapsed");
    }

    private void Fail(WebhookAttempt attempt, DateTimeOffset now, double jitter)
    {
        _delivery.Claim(TimeSpan.FromSeconds(60), now);
        _delivery.Record(_delivery.Claims, attempt, jitter, now).IsSuccess.Should().BeTrue();
    }
}
