using FluentAssertions;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Common;

public sealed class LinksTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/uploads/logo.png")]
    [InlineData("uploads/logo.png?v=1:2")]
    [InlineData("#contact")]
    [InlineData(" https://example.com/a?b=c#d ")]
    [InlineData("HTTP://example.com")]
    public void An_address_of_the_web_or_of_this_site_is_safe(string url) => Links.IsSafe(url).Should().BeTrue();

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JAVASCRIPT:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("javascript :alert(1)")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html,x")]
    [InlineData("data:image/png;base64,AA==")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example/")]
    [InlineData("https:")]
    [InlineData("http://")]
    [InlineData("/a\" onerror=\"alert(1)")]
    [InlineData("/<script>")]
    public void Whatever_starts_a_script_or_leaves_the_site_by_a_trick_is_not(string url)
    {
        Links.IsSafe(url).Should().BeFalse();
        Links.IsClickable(url).Should().BeFalse();
    }

    [Theory]
    [InlineData("mailto:help@example.com", true)]
    [InlineData("tel:+49-30-123", true)]
    [InlineData("https://example.com", true)]
    [InlineData("sms:1", false)]
    public void One_may_click_on_what_calls_or_writes(string url, bool isClickable) => Links.IsClickable(url).Should().Be(isClickable);

    [Theory]
    [InlineData("https://panel.example.com", true)]
    [InlineData("http://127.0.0.1:8080/base", true)]
    [InlineData("", true)]
    [InlineData("panel.example.com", false)]
    [InlineData("https://user:password@panel.example.com", false)]
    [InlineData("https://panel.example.com/?a=b", false)]
    [InlineData("https://panel.example.com/#a", false)]
    [InlineData("javascript:alert(1)", false)]
    public void A_service_has_an_address_that_can_be_built_upon(string url, bool isService) => Links.IsService(url).Should().Be(isService);
}
