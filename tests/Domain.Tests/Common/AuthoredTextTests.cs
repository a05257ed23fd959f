using System.Diagnostics;
using FluentAssertions;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Common;

public sealed class AuthoredTextTests
{
    [Theory]
    [InlineData("javascript:alert(1)", "javascript :alert(1)")]
    [InlineData("[x](JaVaScRiPt:alert(1))", "[x](JaVaScRiPt :alert(1))")]
    [InlineData("java\tscript\n:alert(1)", "java\tscript :alert(1)")]
    [InlineData("&#106;avascript&colon;alert(1)", "&#106;avascript &colon;alert(1)")]
    [InlineData("&#x6A;&#x61vascript&#58alert(1)", "&#x6A;&#x61vascript &#58alert(1)")]
    [InlineData("java&Tab;script&NewLine;:x", "java&Tab;script :x")]
    [InlineData("vbscript:x", "vbscript :x")]
    [InlineData("data:text/html,<b>", "data :text/html,<b>")]
    [InlineData("data:image/svg+xml;base64,x", "data :image/svg+xml;base64,x")]
    [InlineData("<script>alert(1)</script>", "< script>alert(1)< /script>")]
    [InlineData("<SCRIPT/src=x>", "< SCRIPT/src=x>")]
    [InlineData("<iframe srcdoc='x'>", "< iframe srcdoc='x'>")]
    [InlineData("<img src=x onerror=alert(1)>", "< img src=x onerror=alert(1)>")]
    [InlineData("<img title='>'\nONERROR =alert(1)>", "< img title='>'\nONERROR =alert(1)>")]
    [InlineData("<svg/onload=alert(1)>", "< svg/onload=alert(1)>")]
    [InlineData("<x onclick=alert(1)", "< x onclick=alert(1)")]
    public void What_would_act_is_broken_by_a_blank(string text, string defused)
    {
        AuthoredText.Defuse(text).Should().Be(defused);

        AuthoredText.Defuse(defused).Should().Be(defused);
    }

    [Theory]
    [InlineData("")]
    [InlineData("No network since this morning.")]
    [InlineData("a < b && c > d")]
    [InlineData("#include <stdio.h> and <b>bold</b>")]
    [InlineData("<a href=\"https://example.com/?on=1\">x</a>")]
    [InlineData("https://example.com/javascript?x=1: see")]
    [InlineData("JavaScript is a language; its data: numbers")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("&lt;script&gt; is how to write it")]
    [InlineData("价格：<100 元")]
    public void Everything_else_stays_as_it_was_written(string text) => AuthoredText.Defuse(text).Should().Be(text);

    [Theory]
    [InlineData("""{"a":["javascript:x"],"b":1.50}""", """{"a":["javascript :x"],"b":1.50}""")]
    [InlineData("""{"url":"\u006aavascript:x"}""", """{"url":"javascript :x"}""")]
    [InlineData("""{ "a" : "https:\/\/example.com", "b": 1e2 }""", """{ "a" : "https:\/\/example.com", "b": 1e2 }""")]
    [InlineData("""{"a":"\ud800"}""", """{"a":"\ud800"}""")]
    [InlineData("javascript:", "javascript:")]
    public void Texts_inside_JSON_are_found_however_they_are_escaped(string json, string defused) =>
        AuthoredText.DefuseJson(json).Should().Be(defused);

    [Fact]
    public void A_long_text_costs_no_more_than_its_length()
    {
        var watch = Stopwatch.StartNew();

        foreach (var text in new[] { "<a ", "java&Tab;", "<", "&#0000000", "<img on", "data:" })
            AuthoredText.Defuse(string.Concat(Enumerable.Repeat(text, 200_000 / text.Length))).Should().NotBeEmpty();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
    }
}
