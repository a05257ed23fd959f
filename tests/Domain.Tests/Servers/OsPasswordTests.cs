using FluentAssertions;
using VpsPanel.Domain.Servers;
using Xunit;

namespace VpsPanel.Domain.Tests.Servers;

public sealed class OsPasswordTests
{
    [Theory]
    [InlineData("Abcdefg1")]
    [InlineData("P@ssw0rd!")]
    [InlineData("~!#$%&'()*+,-./:;<=>?@[]^_`{|}Aa1")]
    public void Visible_ASCII_of_each_kind_is_a_password(string password) => OsPassword.IsValid(password).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("root")]
    [InlineData("Abcdef1")]
    [InlineData("abcdefg1")]
    [InlineData("ABCDEFG1")]
    [InlineData("Abcdefgh")]
    [InlineData("Abcdefg1 ")]
    [InlineData("Abc defg1")]
    [InlineData("Abcdefg1\n")]
    [InlineData("Abcdefg1é")]
    [InlineData("密码Abcdefg1")]
    [InlineData("Abcdefg１")]
    public void What_an_image_may_refuse_is_none(string password) => OsPassword.IsValid(password).Should().BeFalse();

    [Fact]
    public void The_longest_password_has_64_characters()
    {
        OsPassword.IsValid($"Aa1{new string('x', 61)}").Should().BeTrue();
        OsPassword.IsValid($"Aa1{new string('x', 62)}").Should().BeFalse();
    }
}
