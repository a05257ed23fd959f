using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Common;

public sealed class MoneyTests
{
    [Fact]
    public void Parts_add_up_to_the_whole_and_differ_by_a_cent_at_most() =>
        Prop.ForAll<int, int>(ArbMap.Default.ArbFor<int>(), Gen.Choose(1, 200).ToArbitrary(), (cents, parts) =>
        {
            var shares = Money.Yuan(cents).Split(parts);

            return shares.Count == parts
                && shares.Sum(share => share.Cents) == cents
                && shares.Max(share => share.Cents) - shares.Min(share => share.Cents) <= 1;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3300, "2.8", 9240)]
    [InlineData(1, "0.5", 1)]
    [InlineData(-1, "0.5", -1)]
    [InlineData(3, "0.5", 2)]
    [InlineData(0, "12", 0)]
    public void Scaling_rounds_half_away_from_zero(long cents, string factor, long expected)
    {
        var scaled = Money.Yuan(cents).Scale(decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture));

        scaled.Should().Be(Money.Yuan(expected));
    }

    [Fact]
    public void Currencies_do_not_mix()
    {
        var add = () => new Money(1, "CNY") + new Money(1, "USD");
        var compare = () => new Money(1, "CNY") < new Money(2, "USD");

        add.Should().Throw<InvalidOperationException>();
        compare.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_sum_that_does_not_fit_throws_instead_of_wrapping()
    {
        var add = () => Money.Yuan(long.MaxValue) + Money.Yuan(1);

        add.Should().Throw<OverflowException>();
    }

    [Fact]
    public void It_reads_like_money() => Money.Yuan(-1205).ToString().Should().Be("-12.05 CNY");
}
