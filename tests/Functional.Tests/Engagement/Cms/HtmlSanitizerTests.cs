using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FluentAssertions;
using VpsPanel.Infrastructure.Html;
using Xunit;

namespace VpsPanel.Functional.Tests.Engagement.Cms;

/// <summary>Known ways to smuggle script through a filter. What comes out is parsed again and looked at, not searched for words.</summary>
public sealed class HtmlSanitizerTests
{
    private static readonly string[] UrlAttributes = ["href", "src", "cite"];

    public static TheoryData<string> Attacks() =>
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script/xss src=data:,alert(1)>",
        "<<script>alert(1)//<</script>",
        "<img src=x onerror=alert(1)>",
        "<img/src='x'/onerror=alert(1)>",
        "<img src=x:alert(alt) onerror=eval(src) alt=0>",
        "<img src=\"javascript:alert(1)\">",
        "<img srcset=\"x onerror=alert(1), javascript:alert(1) 2x\">",
        "<img src=data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+>",
        "<body onload=alert(1)><p>hi",
        "<div onmouseover='alert(1)' onfocus=alert(1) tabindex=1 autofocus>x</div>",
        "<details open ontoggle=alert(1)>x</details>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
        "<a href=\" &#14; javascript:alert(1)\">x</a>",
        "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
        "<a href=\"jav\nascript:alert(1)\">x</a>",
        "<a href=\"java\0script:alert(1)\">x</a>",
        "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&colon;alert(1)\">x</a>",
        "<a href=\"vbscript:msgbox(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"feed:javascript:alert(1)\">x</a>",
        "<a href=\"view-source:javascript:alert(1)\">x</a>",
        "<a href=\"blob:https://x/y\">x</a>",
        "<a href=\"\u00a0javascript:alert(1)\">x</a>",
        "<a href=\"javascript&NewLine;:alert(1)\">x</a>",
        "<a xlink:href=\"javascript:alert(1)\">x</a>",
        "<a href=x ping=https://evil.example target=_top>x</a>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=javascript:alert(1)><param name=x value=y></object>",
        "<embed src=//evil.example/x.swf>",
        "<applet code=x></applet>",
        "<base href=javascript:alert(1)//>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<link rel=stylesheet href=javascript:alert(1)>",
        "<form action=javascript:alert(1)><input type=submit><button formaction=javascript:alert(1)>x</button></form>",
        "<isindex type=image src=1 onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=javascript:alert(1)><text x=20 y=20>x</text></a></svg>",
        "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
        "<svg><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject></svg>",
        "<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(1)>#x\"></use></svg>",
        "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
        "<style>@import 'javascript:alert(1)';</style>",
        "<style>*{background:url(javascript:alert(1))}</style><p>x",
        "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<p style=\"background-color:url('https://evil.example/track')\">x</p>",
        "<p style=\"width:expression(alert(1))\">x</p>",
        "<p style=\"color:red;width:\\65 xpression(alert(1))\">x</p>",
        "<p style=\"-moz-binding:url(//evil.example/x.xml#y)\">x</p>",
        "<p style=\"color:r/**/ed;position:fixed;top:0;left:0\">x</p>",
        "<p style=\"behavior:url(x.htc)\">x</p>",
        "<p style='color:red\"onmouseover=\"alert(1)'>x</p>",
        "<p title='\"><img src=x onerror=alert(1)>'>x</p>",
        "<p title=\"``onmouseover=alert(1)\">x</p>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<template><s>x</s><script>alert(1)</script></template>",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
        "<noembed><img title=\"</noembed><img src onerror=alert(1)>\"></noembed>",
        "<title><a href=\"</title><img src=x onerror=alert(1)>\"></title>",
        "<plaintext><img src=x onerror=alert(1)>",
        "<select><template><img src=x onerror=alert(1)></template></select>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<![CDATA[<img src=x onerror=alert(1)>]]>",
        "<?xml-stylesheet href=\"javascript:alert(1)\"?><p>x",
        "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
        "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<table background=javascript:alert(1)><td background=javascript:alert(1)>x</table>",
        "<img name=getElementById><a id=location href=x>x</a><form name=body></form>",
        "<p is=\"x-evil\" slot=x part=x nonce=x contenteditable accesskey=x data-toggle=\"<script>\">x</p>",
        "<dialog open onclose=alert(1)><form method=dialog><button>x</button></form></dialog>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void No_known_attack_comes_through(string attack)
    {
        var clean = new HtmlSanitizer().Clean($"before {attack} after");

        Suspects(clean).Should().BeEmpty(clean);
        new HtmlSanitizer().Clean(clean).Should().Be(clean, "a clean text stays as it is");
    }

    [Fact]
    public void The_look_at_the_output_finds_what_it_should() =>
        Suspects("<p onclick=x style='a:url(x)'><a href=javascript:x>x</a><svg></svg><!-- --></p>").Should().HaveCount(5);

    [Theory]
    [InlineData("<h1 class=\"big\">Welcome &amp; <em>enjoy</em></h1>")]
    [InlineData("<p style=\"color: #ff0000; text-align: center; margin: 0 auto\">x</p>")]
    [InlineData("<p style=\"background-color: rgba(0, 10, 20, 0.5)\">x</p>")]
    [InlineData("<a href=\"https://example.com/a?b=1&amp;c=2#d\" target=\"_blank\" rel=\"noopener noreferrer\">x</a>")]
    [InlineData("<a href=\"/docs/start\" rel=\"noopener noreferrer\">x</a>")]
    [InlineData("<a href=\"mailto:a@example.com\" rel=\"noopener noreferrer\">x</a>")]
    [InlineData("<img src=\"/uploads/20260101/a.png\" alt=\"a &quot;b&quot;\" width=\"100\" loading=\"lazy\">")]
    [InlineData("<table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td colspan=\"2\">b</td></tr></tbody></table>")]
    [InlineData("<ul><li>一</li><li>二</li></ul><hr>1 &lt; 2<br>&#96;")]
    [InlineData("<pre>\n\n\n  code</pre>")]
    public void Ordinary_content_stays_as_it_is(string html) => new HtmlSanitizer().Clean(html).Should().Be(html);

    [Fact]
    public void Unknown_elements_leave_their_text_and_scripts_leave_nothing() =>
        new HtmlSanitizer().Clean("<center>kept</center><font>too</font><script>gone</script><style>gone</style>").Should().Be("kepttoo");

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<a><table><td>")]
    [InlineData("<svg><g>")]
    [InlineData("<p title=\"")]
    public void Depth_and_nonsense_cost_neither_stack_nor_minutes(string piece)
    {
        var clean = new HtmlSanitizer().Clean(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)) + "x");

        Suspects(clean).Should().BeEmpty();
    }

    private static List<string> Suspects(string html)
    {
        var parser = new HtmlParser();
        using var page = parser.ParseDocument("");
        var root = page.CreateElement("div");
        root.Append([.. parser.ParseFragment(html, page.Body!)]);
        return
        [
            .. root.GetDescendants().OfType<IComment>().Select(_ => "comment"),
            .. root.GetDescendants().OfType<IElement>().Where(IsForeign).Select(element => element.LocalName),
            .. root.GetDescendants().OfType<IElement>().SelectMany(element => element.Attributes).Where(IsSuspect)
                .Select(attribute => $"{attribute.Name}={attribute.Value}"),
        ];
    }

    private static bool IsForeign(IElement element) =>
        element.NamespaceUri != NamespaceNames.HtmlUri || !HtmlAllowList.Elements.ContainsKey(element.LocalName);

    private static bool IsSuspect(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.Ordinal)
        || attribute.Name is "id" or "name" or "srcset" or "srcdoc" or "is" or "slot" or "ping"
        || attribute.Name.Contains(':')
        || (attribute.Name == "style" && attribute.Value.Any("\\/\"'@<".Contains))
        || (attribute.Name == "style" && attribute.Value.Contains("url", StringComparison.OrdinalIgnoreCase))
        || (UrlAttributes.Contains(attribute.Name) && HasOddScheme(attribute.Value));

    private static bool HasOddScheme(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var absolute)
            && !absolute.IsFile && absolute.Scheme is not ("http" or "https" or "mailto" or "tel")
        || url.Contains("script:", StringComparison.OrdinalIgnoreCase);
}
