using FluentAssertions;
using Xunit;

namespace VpsPanel.Functional.Tests.Simulator;

public sealed class CatalogTests : SimulatorFixture
{
    [Fact]
    public async Task One_of_two_areas_is_open()
    {
        var areas = (await Client.Get("area_list"))["data"]!.AsArray();

        areas.Select(area => (int)area!["state"]!).Should().Equal(1, 0);
    }

    [Fact]
    public async Task Every_line_has_a_name_in_one_of_four_fields()
    {
        var lines = (await Client.Get("line"))["data"]!.AsArray();

        lines.Select(line => (int)line!["id"]!).Should().Equal(1, 3, 4, 5);
        lines.Should().OnlyContain(line =>
            new[] { "line_name", "name", "remark", "line_api" }.Count(field => (string)line![field]! != "") == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_products_of_a_line_are_an_object_with_prices_as_text(int line)
    {
        var products = (await Client.Get("product", ("line_id", line)))["data"]!.AsObject();

        products.Should().HaveCountGreaterThan(1);
        products.Should().OnlyContain(one => ((string)one.Value!["price"]!).Contains('.'));
    }

    [Fact]
    public async Task A_line_offers_three_images()
    {
        var images = (await Client.Get("mirror_image", ("line_id", 1)))["data"]!.AsArray();

        images.Select(image => (string)image!["name"]!).Should().Equal("Ubuntu 22.04", "Debian 12", "Windows Server 2022");
    }

    [Fact]
    public async Task An_unknown_line_or_action_is_a_refusal_in_json()
    {
        ((int)(await Client.Get("product", ("line_id", 77)))["code"]!).Should().Be(0);
        ((int)(await Client.Get("no_such_call"))["code"]!).Should().Be(0);
        ((int)(await Client.Get("hostinfo"))["code"]!).Should().Be(0, "hostinfo is a POST");
    }
}
