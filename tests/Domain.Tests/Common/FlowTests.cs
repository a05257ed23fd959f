using FluentAssertions;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Common;

public sealed class FlowTests
{
    private static readonly Flow<Light, Turn, Hand> Traffic = new(
        "traffic",
        new(Light.Red, Turn.Go, Light.Green, Hand.Clock, Hand.Police),
        new(Light.Green, Turn.Stop, Light.Red, Hand.Clock));

    private enum Light
    {
        Red,
        Green,
        FlashingAmber,
    }

    private enum Turn
    {
        Go,
        Stop,
    }

    private enum Hand
    {
        Clock,
        Police,
    }

    [Fact]
    public void A_row_leads_to_its_target() => Traffic.Next(Light.Red, Turn.Go, Hand.Police).Value.Should().Be(Light.Green);

    [Fact]
    public void A_move_without_a_row_is_illegal_and_names_the_legal_ones()
    {
        var error = Traffic.Next(Light.Red, Turn.Stop, Hand.Clock).Error!;

        error.Code.Should().Be("flow.illegal_move");
        error.Kind.Should().Be(ErrorKind.Conflict);
        error.Allowed.Should().Equal("go");
    }

    [Fact]
    public void A_row_for_other_hands_is_forbidden() =>
        Traffic.Next(Light.Green, Turn.Stop, Hand.Police).Error!.Code.Should().Be("flow.wrong_actor");

    [Fact]
    public void Checking_tells_the_same_without_moving()
    {
        Traffic.Check(Light.Red, Turn.Go, Hand.Clock).IsSuccess.Should().BeTrue();
        Traffic.Check(Light.FlashingAmber, Turn.Go, Hand.Clock).Error!.Allowed.Should().BeEmpty();
    }

    [Fact]
    public void Two_rows_for_one_move_are_a_mistake_of_the_table()
    {
        var make = () => new Flow<Light, Turn, Hand>(
            "broken", new(Light.Red, Turn.Go, Light.Green, Hand.Clock), new(Light.Red, Turn.Go, Light.Red, Hand.Police));

        make.Should().Throw<ArgumentException>();
    }

    [Theory]
    [InlineData("FlashingAmber", "flashing_amber")]
    [InlineData("OrderID", "order_id")]
    [InlineData("HTTPStatus", "http_status")]
    [InlineData("a", "a")]
    public void Wire_names_are_snake_case(string name, string expected) => WireNames.SnakeCase(name).Should().Be(expected);

    [Theory]
    [InlineData(" flashing_amber ", true)]
    [InlineData("Flashing_Amber", true)]
    [InlineData("2", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Wire_names_are_read_without_case_and_never_as_numbers(string? text, bool known) =>
        WireNames.TryParse<Light>(text, out _).Should().Be(known);
}
