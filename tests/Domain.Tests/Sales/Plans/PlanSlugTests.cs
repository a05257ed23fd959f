using FluentAssertions;
using VpsPanel.Domain.Sales.Plans;
using Xunit;

namespace VpsPanel.Domain.Tests.Sales.Plans;

public sealed class PlanSlugTests
{
    [Theory]
    [InlineData("", "My_Best  Plan", "my-best-plan")]
    [InlineData(" ", "a - b", "a-b")]
    [InlineData("VIP Plus", "ignored", "vip-plus")]
    [InlineData("keep_this", "ignored", "keep_this")]
    [InlineData("", "标准 套餐", "标准-套餐")]
    [InlineData("--", "name", "")]
    public void A_slug_is_wanted_or_made_from_the_name(string wanted, string name, string slug) =>
        PlanSlugs.Of(wanted, name).Should().Be(slug);
}
