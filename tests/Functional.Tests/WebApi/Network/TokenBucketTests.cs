using System.Net;
using FluentAssertions;
using VpsPanel.WebApi.Http.Network;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Network;

public sealed class TokenBucketTests
{
    private static readonly IPAddress Caller = IPAddress.Parse("203.0.113.7");

    private readonly StoppedClock _clock = new();

    [Fact]
    public void A_burst_passes_and_then_one_call_per_token()
    {
        var buckets = new TokenBuckets(60, 3, _clock);

        Enumerable.Range(0, 3).Select(_ => buckets.Take(Caller)).Should().OnlyContain(wait => wait == null);
        buckets.Take(Caller).Should().BeCloseTo(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(1));

        _clock.Now += TimeSpan.FromSeconds(1);
        buckets.Take(Caller).Should().BeNull();
        buckets.Take(Caller).Should().BePositive("its token is spent");

        _clock.Now += TimeSpan.FromHours(1);
        Enumerable.Range(0, 4).Count(_ => buckets.Take(Caller) is null).Should().Be(3, "a bucket holds no more than the burst");
    }

    [Fact]
    public void Callers_do_not_take_from_each_other_but_a_network_of_one_household_does()
    {
        var buckets = new TokenBuckets(60, 1, _clock);

        buckets.Take(Caller).Should().BeNull();
        buckets.Take(IPAddress.Parse("203.0.113.8")).Should().BeNull();
        buckets.Take(IPAddress.Parse("2001:db8:0:1::1")).Should().BeNull();
        buckets.Take(IPAddress.Parse("2001:db8:0:1:ffff::2")).Should().BePositive();
        buckets.Take(IPAddress.Parse("2001:db8:0:2::1")).Should().BeNull();
    }

    [Fact]
    public void A_flood_of_addresses_takes_a_bounded_amount_of_memory()
    {
        var buckets = new TokenBuckets(60, 1, _clock);
        for (var address = 0; address < TokenBuckets.MaxCallers + 5_000; address++)
            buckets.Take(new IPAddress([10, (byte)(address >> 16), (byte)(address >> 8), (byte)address]));

        buckets.Count.Should().BeLessThanOrEqualTo(TokenBuckets.MaxCallers + 1);
        buckets.Take(Caller).Should().BePositive("strangers share what is left");

        _clock.Now += TimeSpan.FromMinutes(2);
        buckets.Take(Caller).Should().BeNull();
        buckets.Count.Should().Be(1, "full buckets need not be remembered");
    }

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
