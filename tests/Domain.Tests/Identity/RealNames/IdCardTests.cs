using FluentAssertions;
using VpsPanel.Domain.Identity.RealNames;
using Xunit;

namespace VpsPanel.Domain.Tests.Identity.RealNames;

public sealed class IdCardTests
{
    private const string Good = "11010519491231002X";

    [Theory]
    [InlineData("张三", Good, null)]
    [InlineData("张三", " 11010519491231002x ", null)]
    [InlineData("张三", "11010520000229001X", "check character")]
    [InlineData("", Good, "name")]
    [InlineData("  ", Good, "name")]
    [InlineData("张三", "", "18 characters")]
    [InlineData("张三", "1101051949123100", "18 characters")]
    [InlineData("张三", "11010519491231002XX", "18 characters")]
    [InlineData("张三", "1101051949123100AX", "17 digits")]
    [InlineData("张三", "11010519491231002Y", "17 digits")]
    [InlineData("张三", "1101051949123100２X", "17 digits")]
    [InlineData("张三", "11010519491331002X", "date of birth")]
    [InlineData("张三", "11010519490229002X", "date of birth")]
    [InlineData("张三", "110105194912310021", "check character")]
    [InlineData("张三", "21010519491231002X", "check character")]
    public void A_number_is_right_or_the_complaint_says_what_is_wrong(string name, string number, string? complaint)
    {
        var said = IdCard.Validate(name, IdCard.Normalize(number));

        if (complaint is null)
            said.Should().BeNull();
        else
            said.Should().Contain(complaint);
    }

    [Fact]
    public void Of_the_eleven_check_characters_exactly_one_fits() =>
        "0123456789X".Count(check => IdCard.Validate("张三", Good[..17] + check) is null).Should().Be(1);

    [Theory]
    [InlineData(Good, "1101****002X")]
    [InlineData("123456789", "1234****6789")]
    [InlineData("12345678", "****")]
    [InlineData("", "****")]
    public void A_mask_hides_the_middle(string number, string mask) => IdCard.Mask(number).Should().Be(mask);
}
