using System.Diagnostics;
using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.TemplateLanguage;
using VpsPanel.Domain.Proxies.Templates;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.TemplateLanguage;

public sealed class SandboxTests
{
    private static readonly TemplateLimits Tight = new()
    {
        Size = 4000, Depth = 20, Steps = 20_000, OutputBytes = 10_000, Time = TimeSpan.FromSeconds(5),
    };

    private static readonly string[] Corpus =
    [
        .. GoSemanticsTests.Values.Concat(GoSemanticsTests.Blocks).Concat(GoSemanticsTests.Variables).Concat(GoSemanticsTests.Pipelines)
            .Concat(FunctionTests.Text).Concat(FunctionTests.Numbers).Concat(FunctionTests.Logic).Concat(FunctionTests.Formats).Select(row => (string)row[0]),
    ];

    [Fact]
    public void An_expression_in_a_value_is_printed_and_not_evaluated()
    {
        TemplateSteps.Render("{{.expression}} {{print .expression}} {{range split .expression \"|\"}}{{.}}{{end}}")
            .Should().Be("{{.user.email}} {{.user.email}} {{.user.email}}");
    }

    [Theory]
    [InlineData("<a title=\"{{.html}}\">{{.name}}</a>", "<a title=\"&lt;b&gt;&amp;&#34;&#39;&lt;/b&gt;\">Edge &lt;HK&gt;</a>")]
    [InlineData("{{html .name}} {{.missing}}|{{\"<i>\"}}", "Edge &lt;HK&gt; |&lt;i&gt;")]
    [InlineData("{{.list}}{{printf \"%s\" .name}}", "[x y z]Edge &lt;HK&gt;")]
    public void Html_escapes_every_printed_value_once(string template, string expected) =>
        TemplateSteps.Render(template, RenderMode.Html).Should().Be(expected);

    [Theory]
    [InlineData("Hello {{\"a\\r\\nBcc: x@y\"}}", "Hello a  Bcc: x@y")]
    [InlineData("a\r\nb\u2028c\u0085d\0", "a  b c d")]
    public void A_line_stays_a_line(string template, string expected) =>
        TemplateSteps.Render(template, RenderMode.Line).Should().Be(expected);

    [Theory]
    [InlineData("a\n  {{.one}}\n {{upper 1 2}}", "template.syntax", "3", "4")]
    [InlineData("{{if .yes}}\n{{index .list 9}}{{end}}", "template.render", "2", "3")]
    [InlineData("{{.x", "template.syntax", "1", "1")]
    public void An_error_says_where_it_is(string template, string code, string line, string column)
    {
        var error = TemplateSteps.Run(template).Error!;

        error.Code.Should().Be(code);
        error.Details!["line"].Should().Equal(line);
        error.Details["column"].Should().Equal(column);
        error.Message.Should().StartWith($"line {line}, column {column}: ");
    }

    [Theory]
    [InlineData("{{range 1000000000}}{{end}}")]
    [InlineData("{{range 1000}}{{range 1000}}{{range 1000}}{{end}}{{end}}{{end}}")]
    [InlineData("{{range 100000}}x{{end}}")]
    [InlineData("{{$x := \"aaaaaaaa\"}}{{range 60}}{{$x = print $x $x}}{{end}}")]
    [InlineData("{{$x := \"aaaaaaaa\"}}{{range 60}}{{$x = replace $x \"a\" $x}}{{end}}")]
    [InlineData("{{$x := \"aaaaaaaa\"}}{{range 60}}{{$x = join (split $x \"\") $x}}{{end}}")]
    [InlineData("{{$x := \"aaaaaaaa\"}}{{range 60}}{{$x = printf \"%s%s%q\" $x $x $x}}{{end}}")]
    [InlineData("{{$x := \"aaaaaaaa\"}}{{range 60}}{{$x = toJSON $x}}{{$x = b64enc $x}}{{$x = urlquery $x $x}}{{end}}")]
    [InlineData("{{range 5000}}{{printf \"%1000d\" 1}}{{end}}")]
    [InlineData("{{$x := printf \"%1000d\" 1}}{{$y := printf \"\" $x $x $x $x $x $x $x $x $x $x $x}}")]
    [InlineData("{{$x := printf \"%1000d\" 1}}{{$x = print $x $x $x $x $x $x $x $x $x}}{{range 50}}{{$y := split $x \"\"}}{{end}}")]
    [InlineData("{{define \"a\"}}{{template \"a\"}}{{end}}{{template \"a\"}}")]
    [InlineData("{{define \"a\"}}{{if .}}{{template \"b\" .}}{{end}}{{end}}{{define \"b\"}}{{with .}}{{template \"a\" .}}{{end}}{{end}}{{template \"a\" 1}}")]
    [InlineData("{{define \"a\"}}{{range 10}}{{template \"b\"}}{{end}}{{end}}{{define \"b\"}}{{range 10000}}{{end}}{{end}}{{range 100}}{{template \"a\"}}{{end}}")]
    public void What_would_cost_too_much_is_stopped(string template)
    {
        var watch = Stopwatch.StartNew();

        TemplateSteps.Render(template, limits: Tight).Should().Be("template.limit");

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("{{$d := dict}}{{$_ := set $d \"d\" $d}}{{$d}}")]
    [InlineData("{{$d := dict}}{{$_ := set $d \"d\" $d}}{{toJson $d}}")]
    [InlineData("{{$d := dict}}{{$_ := set $d \"d\" $d}}{{$e := dict}}{{$_ := set $e \"d\" $e}}{{uniq (list $d $e)}}")]
    [InlineData("{{$l := list}}{{range 100000}}{{$l = append $l 1}}{{end}}")]
    [InlineData("{{$d := dict}}{{range $i, $x := 100000}}{{$_ := set $d (print $i) \"x\"}}{{end}}")]
    [InlineData("{{$x := indent 5000 \"a\"}}{{range 50}}{{$x = indent 5000 (print $x \"\\n\" $x)}}{{end}}")]
    [InlineData("{{$x := \"aaaaaaaa\"}}{{range 60}}{{$x = regexReplaceAll \"a\" $x \"aaaaaaaa\"}}{{end}}")]
    [InlineData("{{range $i, $x := 100000}}{{regexMatch (print \"(a+)+\" $i) \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"}}{{end}}")]
    [InlineData("{{range 100000}}{{$x := uniq (splitList \"\" \"abcdefghijklmnopqrstuvwxyz\")}}{{end}}")]
    public void What_would_cost_too_much_with_sprig_is_stopped(string template)
    {
        var watch = Stopwatch.StartNew();

        Template.Parse(template, Tight, TemplateFunctions.Sprig).Value.Render(TemplateSteps.Data, RenderMode.Text, TimeProvider.System)
            .Error!.Code.Should().Be("template.limit");

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_value_that_was_given_cannot_be_changed()
    {
        var template = Template.Parse("{{set .map \"a\" 5}}", functions: TemplateFunctions.Sprig).Value;

        template.Render(TemplateSteps.Data, RenderMode.Text, TimeProvider.System).Error!.Code.Should().Be("template.render");
        TemplateSteps.Render("{{.map.a}}").Should().Be("1");
    }

    [Theory]
    [InlineData("{{date \"2006-01-02\" .whole}}", "1970-01-01")]
    [InlineData("{{date \"2006-01-02 15:04\" 1769846400.0}}", "2026-01-31 08:00")]
    [InlineData("{{date \"2006-01-02 15:04\" \"2026-01-31T10:00:00+02:00\"}}", "2026-01-31 08:00")]
    [InlineData("{{unixEpoch \"2026-01-31T08:00:00Z\"}} {{unixEpoch 5}} {{unixEpoch \"7\"}}", "1769846400 5 7")]
    [InlineData("{{now}} {{now | unixEpoch}} {{toJson now}}", "2026-01-31 08:00:00 +0000 UTC 1769846400 \"2026-01-31T08:00:00Z\"")]
    [InlineData("{{date \"2006\" .name}}", null)]
    [InlineData("{{date \"2006\" .missing}}", null)]
    [InlineData("{{date \"2006\" 1e15}}", null)]
    [InlineData("{{b64dec \"###\"}}", null)]
    [InlineData("{{regexMatch \"(?U)a+\" \"a\"}}", null)]
    [InlineData("{{regexMatch \"\\\\p{Greek}\" \"a\"}}", null)]
    public void Sprig_is_told_the_truth_where_it_would_guess(string template, string? expected)
    {
        var result = Template.Parse(template, functions: TemplateFunctions.Sprig).Value.Render(TemplateSteps.Data, RenderMode.Text, new FixedClock());

        (result.IsSuccess ? result.Value : null).Should().Be(expected);
    }

    [Theory]
    [InlineData("{{\"v1.2\" | trimPrefix \"v\"}}", 1, 12)]
    [InlineData("a\n {{.text | replace \",\" \";\"}}", 2, 12)]
    [InlineData("{{.list | join \",\"}}", 1, 11)]
    [InlineData("{{(split \",\" .text)}}", 1, 4)]
    public void A_literal_in_sprigs_order_is_a_warning_of_the_panel_set(string template, int line, int column)
    {
        var warning = Template.Parse(template).Value.Warnings.Should().ContainSingle().Subject;

        (warning.Line, warning.Column).Should().Be((line, column));
        Template.Parse(template, functions: TemplateFunctions.Sprig).Value.Warnings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("{{trimPrefix .name \"v\"}} {{replace \"ab\" \"\" \"-\"}} {{.name | upper | printf \"%s\"}} {{default \"d\" .name}} {{trimSuffix .a .b}}")]
    public void The_panels_own_order_is_no_warning(string template) => Template.Parse(template).Value.Warnings.Should().BeEmpty();

    [Fact]
    public void Bytes_that_are_no_text_reach_a_profile_and_no_mail()
    {
        var template = Template.Parse("{{b64dec \"Yf9i\"}}").Value;

        GoText.ToBytes(template.Render(TemplateSteps.Data, RenderMode.Text, TimeProvider.System).Value).Should().Equal(0x61, 0xFF, 0x62);
        template.Render(TemplateSteps.Data, RenderMode.Html, TimeProvider.System).Value.Should().Be("a\uFFFDb");
        template.Render(TemplateSteps.Data, RenderMode.Line, TimeProvider.System).Value.Should().Be("a\uFFFDb");
    }

    [Fact]
    public void Thousands_of_variables_do_not_keep_the_parser_busy()
    {
        var many = string.Concat(Enumerable.Range(0, 9_000).Select(i => $"{{{{$a{i} := 1}}}}"));
        var template = "{{$z := 1}}" + many + "{{print" + string.Concat(Enumerable.Repeat(" $z", 25_000)) + "}}";
        var watch = Stopwatch.StartNew();

        Template.Parse(template).IsSuccess.Should().BeTrue();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_deadline_ends_what_steps_would_allow()
    {
        var limits = new TemplateLimits { Steps = long.MaxValue, Time = TimeSpan.FromMilliseconds(50) };

        TemplateSteps.Render("{{range 1000000000000}}{{end}}", limits: limits).Should().Be("template.limit");
    }

    [Theory]
    [InlineData("{{if .yes}}", "{{end}}")]
    [InlineData("{{range .list}}", "{{end}}")]
    [InlineData("{{with .user}}", "{{end}}")]
    [InlineData("{{if .no}}{{else if .no}}", "")]
    [InlineData("{{(", ")}}")]
    [InlineData("(", ")")]
    [InlineData("{{not (", ")}}")]
    public void Deep_nesting_is_an_error_and_no_stack_overflow(string open, string close)
    {
        foreach (var depth in new[] { 10, 1000, 30_000 })
        {
            var template = string.Concat(Enumerable.Repeat(open, depth)) + ".one" + string.Concat(Enumerable.Repeat(close, depth));
            foreach (var wrapped in new[] { template, "{{" + template + "}}" })
            {
                var result = TemplateSteps.Render(wrapped, limits: new TemplateLimits { Size = int.MaxValue });
                if (depth > 100 && !wrapped.StartsWith('('))
                    result.Should().StartWith("template.");
            }
        }
    }

    [Fact]
    public void A_deep_value_is_not_printed()
    {
        object? value = 1L;
        for (var i = 0; i < 50_000; i++)
            value = new List<object?> { value };

        var data = new Dictionary<string, object?> { ["deep"] = value };
        foreach (var template in new[] { "{{.deep}}", "{{toJSON .deep}}", "{{printf \"%d\" .deep}}" })
            Template.Parse(template).Value.Render(data, RenderMode.Text, TimeProvider.System).Error!.Code.Should().Be("template.limit");
    }

    [Fact]
    public void Nothing_but_plain_values_can_be_printed()
    {
        var data = new Dictionary<string, object?> { ["type"] = typeof(string) };

        Template.Parse("{{.type}}").Value.Render(data, RenderMode.Text, TimeProvider.System).Error!.Code.Should().Be("template.render");
        Template.Parse("{{.type.Assembly}}").Value.Render(data, RenderMode.Text, TimeProvider.System).Error!.Code.Should()
            .Be("template.render");
    }

    [Fact]
    public void Random_text_never_does_anything_but_render_or_be_refused() =>
        Prop.ForAll(
            Gen.Elements("{{", "}}", "{{-", "-}}", ".", "$", "x", ":=", "=", "|", "(", ")", "if", "else", "end", "range", "with", " ", "\n",
                "\"", "`", "'", "\\", "/*", "*/", "1", "-", "0x", "e", "printf", "index", "%d", "é", "\uD800", "\0", ",", "nil", "break")
            .ListOf().Select(parts => string.Concat(parts)).ToArbitrary(), StaysWithin)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60));

    [Fact]
    public void Random_bytes_never_do_anything_but_render_or_be_refused() =>
        Prop.ForAll(
            ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => "{{" + Encoding.Latin1.GetString(bytes)).ToArbitrary(), StaysWithin)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(80));

    [Fact]
    public void A_mutated_template_never_does_anything_but_render_or_be_refused() =>
        Prop.ForAll(Mutants().ToArbitrary(), StaysWithin).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static Gen<string> Mutants() =>
        from template in Gen.Elements(Corpus)
        from other in Gen.Elements(Corpus)
        from at in Gen.Choose(0, template.Length)
        from length in Gen.Choose(0, template.Length - at)
        from take in Gen.Choose(0, other.Length)
        select string.Concat(template.AsSpan(0, at), other.AsSpan(take), template.AsSpan(at + length));

    private static bool StaysWithin(string template) => Enum.GetValues<RenderMode>().All(mode =>
        Enum.GetValues<TemplateFunctions>().All(functions => StaysWithin(template, mode, functions)));

    private static bool StaysWithin(string template, RenderMode mode, TemplateFunctions functions)
    {
        var parsed = Template.Parse(template, Tight, functions);
        var result = parsed.IsSuccess ? parsed.Value.Render(TemplateSteps.Data, mode, TimeProvider.System) : parsed.Error;
        return result.IsSuccess
            ? Encoding.UTF8.GetByteCount(result.Value) <= Tight.OutputBytes
            : result.Error.Code is "template.syntax" or "template.render" or "template.limit" && result.Error.Kind == ErrorKind.Validation;
    }
}
