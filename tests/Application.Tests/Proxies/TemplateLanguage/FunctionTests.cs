using FluentAssertions;
using VpsPanel.Application.Proxies.TemplateLanguage;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.TemplateLanguage;

public sealed class FunctionTests
{
    public static TheoryData<string, string> Text => new()
    {
        { "{{upper \"aé\"}} {{lower \"AÉ\"}}", "AÉ aé" },
        { "{{title \"the quick-brown fox's o_p\"}}", "The Quick-Brown Fox'S O_p" },
        { "[{{trim .blank}}]", "[x]" },
        { "{{trimPrefix \"v1.2\" \"v\"}} {{trimSuffix \"a.yaml\" \".yaml\"}} {{trimPrefix \"abc\" \"x\"}}", "1.2 a abc" },
        { "{{replace .text \",\" \"--\"}}", "a--b--c" },
        { "{{replace \"ab\" \"\" \"-\"}}", "-a-b-" },
        { "{{split .text \",\"}}", "[a b c]" },
        { "{{split \"héy\" \"\" | len}}", "3" },
        { "{{join .list \"-\"}} {{join .none \"-\"}} {{join .numbers \"+\"}}", "x-y-z  3+1+2" },
        { "{{join .name \"-\"}}", "template.render" },
        { "{{b64enc \"héy\"}} {{b64dec \"aMOpeQ==\"}}", "aMOpeQ== héy" },
        { "{{b64dec \"###\"}}", "template.render" },
        { "{{urlquery \"a b&c=ä/~.\"}}", "a+b%26c%3D%C3%A4%2F~." },
        { "{{html .html}}", "&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;" },
        { "{{print 1 2 \"a\" \"b\" 3}}", "1 2a b3".Replace("a b", "ab") },
        { "{{println 1 \"a\"}}{{println \"\" 2}}{{println}}", "1 a\n 2\n\n" },
        { "{{join .missing \",\"}} {{urlquery .missing}} {{html .missing 1}} {{print .missing}}", " %3Cno+value%3E &lt;no value&gt;1 <nil>" },
        { "{{toJSON .map}}", "{\n  \"a\": 1,\n  \"b\": 2\n}" },
        { "{{toJSON .mixed}}", "[\n  1,\n  \"a\",\n  null,\n  true\n]" },
        { "{{toJSON .html}}", "\"\\u003cb\\u003e\\u0026\\\"'\\u003c/b\\u003e\"" },
        { "{{toJSON .none}} {{toJSON .void}} {{toJSON .missing}} {{toJSON .unicode}}", "[] {} null \"héllo 世界\"" },
        { "{{toJSON .tiny}} {{toJSON .huge}} {{toJSON .whole}} {{toJSON 1e-7}}", "0.00001 1e+21 2 1e-7" },
        { "{{default \"d\" .missing}} {{.empty | default \"e\"}} {{.name | default \"f\"}} {{default 5 .zero}}", "d e Edge <HK> 5" },
    };

    public static TheoryData<string, string> Lists => new()
    {
        { "{{len .list}} {{len .map}} {{len .unicode}} {{len \"\"}}", "3 2 13 0" },
        { "{{len .one}}", "template.render" },
        { "{{len .missing}}", "template.render" },
        { "{{index .list 0}} {{index .map \"b\"}} {{index .nodes 0 \"tags\" 1}}", "x 2 asia" },
        { "{{index .map \"zzz\"}}", "<no value>" },
        { "{{index .list 3}}", "template.render" },
        { "{{index .list -1}}", "template.render" },
        { "{{index .list \"a\"}}", "template.render" },
        { "{{index .missing 0}}", "template.render" },
        { "{{index .missing}}", "template.render" },
        { "{{split \",\" \",\" | printf \"%v\"}}", "[ ]" },
        { "{{index .name 0}}", "69" },
        { "{{slice .list 1}} {{slice .list 1 2}} {{slice \"hello\" 1 3}}", "[y z] [y] el" },
        { "{{slice .list 2 1}}", "template.render" },
    };

    public static TheoryData<string, string> Logic => new()
    {
        { "{{eq 1 1}} {{eq 1 2}} {{eq \"a\" \"a\"}} {{eq true true}} {{eq 1.5 1.5}}", "true false true true true" },
        { "{{eq .one 3 2 1}} {{eq .one 3 2}}", "true false" },
        { "{{eq .missing \"a\"}} {{eq .missing nil}} {{ne .nothing 1}}", "false true true" },
        { "{{eq 1 \"1\"}}", "template.render" },
        { "{{eq 1 1.0}}", "template.render" },
        { "{{eq .list .list}}", "template.render" },
        { "{{eq 1}}", "template.syntax" },
        { "{{ne 1 2}} {{lt 1 2}} {{le 2 2}} {{gt 1 2}} {{ge 2 2}}", "true true true false true" },
        { "{{lt \"a\" \"b\"}} {{lt 1.5 2.5}} {{gt \"a\" \"B\"}}", "true true true" },
        { "{{lt 1 2.0}}", "template.render" },
        { "{{lt true false}}", "template.render" },
        { "{{lt .missing 1}}", "template.render" },
        { "{{and 1 0 2}} {{and 1 2}} {{or 0 \"\" \"x\"}} {{or 0 \"\"}} {{not .empty}}", "0 2 x  true" },
        { "{{and .no (index .list 99)}} {{or .yes (index .list 99)}}", "false true" },
        { "{{and .yes (index .list 99)}}", "template.render" },
        { "{{if and .yes (gt .two .one)}}a{{end}}{{if not (or .no .zero)}}b{{end}}", "ab" },
        { "{{.one | eq 1}}", "true" },
    };

    public static TheoryData<string, string> Formats => new()
    {
        { "{{printf \"%s %d %v %q %t %f %x %%\" \"a\" 1 2.5 \"q\\n\" true 1.5 255}}", "a 1 2.5 \"q\\n\" true 1.500000 ff %" },
        { "{{printf \"%5d|%-5d|%05d|%+d|% d\" 42 42 42 42 42}}", "   42|42   |00042|+42| 42" },
        { "{{printf \"%05d %x %X\" -42 -255 255}}", "-0042 -ff FF" },
        { "{{printf \"%5s|%-5s|%.2s|%5.1s|\" \"ab\" \"ab\" \"héy\" \"xy\"}}", "   ab|ab   |hé|    x|" },
        { "{{printf \"%.2f %8.3f %-8.1f| %08.2f %.0f %.0f\" 3.14159 2.5 2.25 -1.5 0.5 1.5}}", "3.14    2.500 2.2     | -0001.50 0 2" },
        { "{{printf \"%x %X\" \"hé\" \"hi\"}}", "68c3a9 6869" },
        { "{{printf \"%v %v %v\" .list .map .nothing}}", "[x y z] map[a:1 b:2] <nil>" },
        { "{{printf \"%d %s %q\" .numbers .list .list}}", "[3 1 2] [x y z] [\"x\" \"y\" \"z\"]" },
        { "{{printf \"%d\" \"a\"}} {{printf \"%s\" 5}} {{printf \"%t\" 1}}", "%!d(string=a) %!s(int=5) %!t(int=1)" },
        { "{{printf \"%d\"}} {{printf \"a\" 1 \"b\"}} {{printf \"%\"}}", "%!d(MISSING) a%!(EXTRA int=1, string=b) %!(NOVERB)" },
        { "{{printf \"%s\" .missing}}", "%!s(<nil>)" },
        { "{{printf \"%05d|%.2f|%5d|%-5s|\" .half .text .yes 7}}", "%!d(float64=000.5)|%!f(string=a,)|%!d(bool= true)|%!s(int=7    )|" },
        { "{{printf \"%5s|\" .mixed}}", "[%!s(int=    1)     a <nil> %!s(bool= true)]|" },
        { "{{printf \"%q\" 65}}", "'A'" },
        { "{{printf \"%x\" 1.5}}", "template.render" },
        { "{{printf \"%q\" \"\\u00e9\\x01\\t\\\\\"}}", "\"é\\x01\\t\\\\\"" },
        { "{{printf \"%z\" 1}}", "%!z(int=1)" },
        { "{{printf \"%99999d\" 1}}", "template.render" },
        { "{{printf 1}}", "template.render" },
    };

    public static TheoryData<string, string> Numbers => new()
    {
        { "{{add 1 2 3}} {{sub 1 2}} {{mul 2 3 4}} {{div 7 2}} {{div -7 2}} {{mod -7 3}}", "6 -1 24 3 -3 -1" },
        { "{{add 1 .half}} {{mul .half 4}} {{div 7 2.0}} {{sub .pi 3}}", "1.5 2 3.5 0.14158999999999988" },
        { "{{min 3 1 2}} {{max 3 1.5 9}} {{round 2.5}} {{round 3.14159 2}} {{floor -1.5}} {{ceil 1.2}} {{round 7}}", "1 9 3 3.14 -2 2 7" },
        { "{{int 3.9}} {{int \"-4\"}} {{float64 2 | printf \"%.1f\"}} {{float64 \"1.5\"}}", "3 -4 2.0 1.5" },
        { "{{div 1073741824 1073741824.0 | printf \"%.2f GiB\"}}", "1.00 GiB" },
        { "{{div 1 0}}", "template.render" },
        { "{{div 1.0 0.0}}", "template.render" },
        { "{{mod 1 0}}", "template.render" },
        { "{{add 9223372036854775807 1}}", "template.render" },
        { "{{mul 9223372036854775807 2}}", "template.render" },
        { "{{div -9223372036854775808 -1}}", "template.render" },
        { "{{add \"1\" 2}}", "template.render" },
        { "{{add .missing 1}}", "template.render" },
        { "{{int \"x\"}}", "template.render" },
        { "{{int 1e300}}", "template.render" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    [MemberData(nameof(Text))]
    [MemberData(nameof(Lists))]
    [MemberData(nameof(Logic))]
    [MemberData(nameof(Formats))]
    public void It_answers_as_Go_does(string template, string expected) => TemplateSteps.Render(template).Should().Be(expected);

    [Fact]
    public void Now_is_the_given_clock()
    {
        var clock = new FixedClock();

        Template.Parse("{{now}}").Value.Render(TemplateSteps.Data, RenderMode.Text, clock).Value.Should().Be("2026-01-31T08:00:00Z");
    }
}
