using System.Diagnostics;
using System.Text;
using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Domain.Common;
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
            .Concat(FunctionTests.Text).Concat(FunctionTests.Logic).Concat(FunctionTests.Formats).Select(row => (string)row[0]),
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
    public void What_would_cost_too_much_is_stopped(string template)
    {
        var watch = Stopwatch.StartNew();

        TemplateSteps.Render(template, limits: Tight).Should().Be("template.limit");

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
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
    {
        var result = TemplateSteps.Run(template, mode, Tight);
        return result.IsSuccess
            ? Encoding.UTF8.GetByteCount(result.Value) <= Tight.OutputBytes
            : result.Error.Code is "template.syntax" or "template.render" or "template.limit" && result.Error.Kind == ErrorKind.Validation;
    });
}
