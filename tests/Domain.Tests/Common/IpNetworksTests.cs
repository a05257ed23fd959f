using System.Net;
using FluentAssertions;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Common;

public sealed class IpNetworksTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1/32", "192.0.2.1")]
    [InlineData("192.0.2.0/24", "192.0.2.0/24", "192.0.2.0/24")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("2001:DB8:0::1", "2001:db8::1/128", "2001:db8::1")]
    [InlineData("2001:0db8::/32", "2001:db8::/32", "2001:db8::/32")]
    [InlineData("::/0", "::/0", "::/0")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1/32", "192.0.2.1")]
    [InlineData("::ffff:10.0.0.0/104", "10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("::ffff:0:0/96", "0.0.0.0/0", "0.0.0.0/0")]
    public void An_address_or_network_is_read_and_written_in_one_way(string text, string network, string canonical)
    {
        IpNetworks.TryParse(text, out var read).Should().BeTrue();

        read.ToString().Should().Be(network);
        IpNetworks.Canonical(text).Should().Be(canonical);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 192.0.2.1")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3")]
    [InlineData("010.0.0.1")]
    [InlineData("10.0.0.01")]
    [InlineData("0x0a.0.0.1")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0.1/8")]
    [InlineData("2001:db8::1/32")]
    [InlineData("::/129")]
    [InlineData("::1%eth0")]
    [InlineData("[::1]")]
    [InlineData("[::1]:80")]
    [InlineData("10.0.0.1:80")]
    [InlineData("::ffff:010.0.0.1")]
    [InlineData("::ffff:10.0.0.1/104")]
    [InlineData("example.com")]
    [InlineData("dead")]
    [InlineData("１０.0.0.1")]
    public void What_somebody_could_read_differently_is_refused(string? text)
    {
        IpNetworks.TryParse(text, out _).Should().BeFalse();

        IpNetworks.Canonical(text).Should().BeNull();
    }

    [Theory]
    [InlineData("203.0.113.7", true)]
    [InlineData("::ffff:203.0.113.7", true)]
    [InlineData("203.0.114.7", false)]
    [InlineData("2001:db8::7", true)]
    [InlineData("2001:db9::7", false)]
    public void An_address_is_found_in_its_network_however_the_socket_shows_it(string address, bool isInside) =>
        IpNetworks.Contain([IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("2001:db8::/32")], IPAddress.Parse(address)).Should().Be(isInside);
}
