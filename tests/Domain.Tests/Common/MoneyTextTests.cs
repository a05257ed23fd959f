using System.Globalization;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Common;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("15", 1500)]
    [InlineData("15.5", 1550)]
    [InlineData("15.05", 1505)]
    [InlineData("007.10", 710)]
    [InlineData("999999999999.99", 99_999_999_999_999)]
    public void An_amount_in_digits_is_read_in_either_form(string text, long cents)
    {
        (MoneyText.TryRead(text, false, out var read), read).Should().Be((true, cents));
        (MoneyText.TryReadNumber(text, false, out read), read).Should().Be((true, cents));
        (MoneyText.TryRead("-" + text, true, out read), read).Should().Be((true, -cents));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("+1")]
    [InlineData("1,50")]
    [InlineData("1,500")]
    [InlineData("1 500")]
    [InlineData("1_500")]
    [InlineData("1.5.0")]
    [InlineData("0.004")]
    [InlineData("10.555")]
    [InlineData("1e2")]
    [InlineData("1E2")]
    [InlineData("0x10")]
    [InlineData("1.5e0")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("(1)")]
    [InlineData("1¥")]
    [InlineData("１５")]
    [InlineData("٣")]
    [InlineData("1000000000000")]
    [InlineData("99999999999999999999999")]
    public void Anything_else_is_refused_in_every_form(string text)
    {
        MoneyText.TryRead(text, true, out _).Should().BeFalse();
        MoneyText.TryReadNumber(text, true, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("1.500", true, 150)]
    [InlineData("1.5000000000000000000000000000000000", true, 150)]
    [InlineData("1.050", true, 105)]
    [InlineData("1.000", true, 100)]
    [InlineData("1.501", false, 0)]
    [InlineData("1.0050", false, 0)]
    public void A_number_may_be_padded_with_zeros_and_a_text_may_not(string text, bool isRead, long cents)
    {
        MoneyText.TryReadNumber(text, false, out var read).Should().Be(isRead);
        if (isRead)
            read.Should().Be(cents);

        MoneyText.TryRead(text, false, out _).Should().BeFalse();
    }

    [Fact]
    public void A_sign_is_taken_only_where_it_is_allowed()
    {
        MoneyText.TryRead("-1", false, out _).Should().BeFalse();
        MoneyText.TryReadNumber("-1", false, out _).Should().BeFalse();
        (MoneyText.TryReadNumber("-0.01", true, out var cents), cents).Should().Be((true, -1));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("1500", true)]
    [InlineData("99999999999999", true)]
    [InlineData("100000000000000", false)]
    [InlineData("15.00", false)]
    [InlineData("-1", false)]
    [InlineData("1e2", false)]
    [InlineData("", false)]
    public void Cents_are_whole_numbers(string text, bool isRead) => MoneyText.TryReadCents(text, out _).Should().Be(isRead);

    [Fact]
    public void Every_amount_that_is_written_is_read_back() => Prop.ForAll(
        Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(),
        cents => MoneyText.TryRead((cents / 100m).ToString("0.00", CultureInfo.InvariantCulture), signed: true, out var read) && read == cents)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("CNY", 1055, null)]
    [InlineData("JPY", 1000, null)]
    [InlineData("JPY", 1055, "currency.decimals")]
    [InlineData("JPY", 1050, "currency.decimals")]
    [InlineData("XQD", 1050, null)]
    [InlineData("XQD", 1055, "currency.decimals")]
    [InlineData("XQZ", 1000, "currency.unknown")]
    public void A_currency_takes_no_finer_amounts_than_it_has_decimals(string currency, long cents, string? code)
    {
        var list = new CurrencyList(new Dictionary<string, int> { ["CNY"] = 2, ["JPY"] = 0, ["XQD"] = 1 });

        list.Refuse(new Money(cents, currency), "price")?.Code.Should().Be(code);
        (list.Refuse(new Money(cents, currency), "price") is null).Should().Be(code is null);
    }
}
