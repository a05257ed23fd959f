using FluentAssertions;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.TemplateLanguage;

/// <summary>What Go's text/template answers to the same template and data.</summary>
public sealed class GoSemanticsTests
{
    public static TheoryData<string, string> Values => new()
    {
        { "plain text", "plain text" },
        { "", "" },
        { "}} is text", "}} is text" },
        { "{{.user.username}}", "ann" },
        { "{{ .user.username }}", "ann" },
        { "{{.\tuser}}", "template.syntax" },
        { "{{.user\n.username}}", "template.syntax" },
        { "{{.missing}}", "<no value>" },
        { "{{.missing.deeper}}", "<no value>" },
        { "{{.nothing}}", "<no value>" },
        { "{{.user.username.x}}", "template.render" },
        { "{{.list.x}}", "template.render" },
        { "{{$.user.id}}", "7" },
        { "{{.one}} {{.neg}} {{.big}}", "1 -42 9007199254740993" },
        { "{{.pi}} {{.half}} {{.whole}}", "3.14159 0.5 2" },
        { "{{1.2345678901234567e20}} {{1.2345678901234567e15}} {{-1e15}} {{0.00012345}}", "1.2345678901234567e+20 1.2345678901234568e+15 -1e+15 0.00012345" },
        { "{{.tiny}} {{.huge}}", "1e-05 1e+21" },
        { "{{.yes}} {{.no}}", "true false" },
        { "{{.list}} {{.mixed}} {{.none}}", "[x y z] [1 a <nil> true] []" },
        { "{{.map}} {{.void}}", "map[a:1 b:2] map[]" },
        { "{{1}} {{-3}} {{+4}} {{0x1F}} {{0o17}} {{0b101}} {{017}} {{1_000}}", "1 -3 4 31 15 5 15 1000" },
        { "{{1.5}} {{.5}} {{1e3}} {{1.5e-7}}", "1.5 0.5 1000 1.5e-07" },
        { "{{'a'}} {{'\\n'}} {{'世'}}", "97 10 19990" },
        { "{{\"a\\tb\\\"c\\u4e16\\x41\\101\"}}", "a\tb\"c世AA" },
        { "{{`raw \\n {{`}}", "raw \\n {{" },
        { "{{true}} {{false}}", "true false" },
        { "{{9223372036854775807}}", "9223372036854775807" },
        { "{{9223372036854775808}}", "template.syntax" },
        { "{{-9223372036854775808}}", "-9223372036854775808" },
        { "{{08}}", "template.syntax" },
        { "{{1.2.3}}", "template.syntax" },
        { "{{+}}", "template.syntax" },
        { "{{3x}}", "template.syntax" },
        { "{{nil}}", "template.syntax" },
        { "{{}}", "template.syntax" },
        { "{{.user", "template.syntax" },
        { "{{\"open}}", "template.syntax" },
        { "{{\"line\nbreak\"}}", "template.syntax" },
        { "{{'ab'}}", "template.syntax" },
        { "{{''}}", "template.syntax" },
        { "{{.a ! .b}}", "template.syntax" },
        { "{{$x}}", "template.syntax" },
        { "{{unknown .x}}", "template.syntax" },
        { "{{.user.Call 1}}", "template.syntax" },
        { "{{1 2}}", "template.syntax" },
        { "{{\"a\".b}}", "template.syntax" },
        { "{{define \"x\"}}{{.}}{{end}}{{template \"x\" .one}}", "1" },
        { "{{call .x}}", "template.syntax" },
    };

    public static TheoryData<string, string> Trimming => new()
    {
        { "a  {{- .one -}}  b", "a1b" },
        { "a\n\t {{- .one}} b", "a1 b" },
        { "a {{.one -}} \r\n b", "a 1b" },
        { "a {{- /* note */ -}} b", "ab" },
        { "a{{/* {{ note }} */}}b", "ab" },
        { "{{/* several\nlines */}}x", "x" },
        { "{{ /* not at the start */ }}", "template.syntax" },
        { "{{/* open", "template.syntax" },
        { "{{/* a */ b}}", "template.syntax" },
        { "{{-3}}", "-3" },
        { "{{- 3}}", "3" },
        { "{{3 -}} x", "3x" },
        { "{{3-}}", "template.syntax" },
        { "{{if .yes}}\n  yes\n{{- end}}\n", "\n  yes\n" },
    };

    public static TheoryData<string, string> Blocks => new()
    {
        { "{{if .yes}}a{{end}}", "a" },
        { "{{if .no}}a{{end}}", "" },
        { "{{if .no}}a{{else}}b{{end}}", "b" },
        { "{{if .no}}a{{else if .one}}b{{else}}c{{end}}", "b" },
        { "{{if .no}}a{{else if .zero}}b{{else if .empty}}c{{else}}d{{end}}", "d" },
        { "{{if .zero}}t{{else}}f{{end}}{{if .half}}t{{else}}f{{end}}{{if .neg}}t{{else}}f{{end}}", "ftt" },
        { "{{if .empty}}t{{else}}f{{end}}{{if .name}}t{{else}}f{{end}}", "ft" },
        { "{{if .none}}t{{else}}f{{end}}{{if .list}}t{{else}}f{{end}}", "ft" },
        { "{{if .void}}t{{else}}f{{end}}{{if .map}}t{{else}}f{{end}}", "ft" },
        { "{{if .nothing}}t{{else}}f{{end}}{{if .missing}}t{{else}}f{{end}}", "ff" },
        { "{{if 0.0}}t{{else}}f{{end}}", "f" },
        { "{{range .list}}{{.}},{{end}}", "x,y,z," },
        { "{{range $i, $v := .list}}{{$i}}={{$v}} {{end}}", "0=x 1=y 2=z " },
        { "{{range $v := .numbers}}{{$v}}{{end}}", "312" },
        { "{{range .none}}a{{else}}none{{end}}", "none" },
        { "{{range .missing}}a{{else}}none{{end}}", "none" },
        { "{{range $k, $v := .map}}{{$k}}{{$v}}{{end}}", "a1b2" },
        { "{{range .map}}{{.}}{{end}}", "12" },
        { "{{range 3}}{{.}}{{end}}", "012" },
        { "{{range 0}}a{{else}}b{{end}}", "b" },
        { "{{range .name}}{{end}}", "template.render" },
        { "{{range .nodes}}{{.name}}:{{range .tags}}{{.}} {{else}}-{{end}};{{end}}", "hk:fast asia ;la:-;" },
        { "{{range .list}}{{$.one}}{{.}}{{end}}", "1x1y1z" },
        { "{{range .numbers}}{{if eq . 1}}{{continue}}{{end}}{{.}}{{end}}", "32" },
        { "{{range .numbers}}{{if eq . 1}}{{break}}{{end}}{{.}}{{end}}", "3" },
        { "{{break}}", "template.syntax" },
        { "{{range .none}}{{else}}{{continue}}{{end}}", "template.syntax" },
        { "{{with .user}}{{.username}}{{end}}", "ann" },
        { "{{with .missing}}a{{else}}{{.one}}{{end}}", "1" },
        { "{{with .missing}}a{{else with .user}}{{.id}}{{end}}", "7" },
        { "{{with $u := .user}}{{$u.id}}{{.id}}{{end}}", "77" },
        { "{{if}}a{{end}}", "template.syntax" },
        { "{{if .yes}}a", "template.syntax" },
        { "{{end}}", "template.syntax" },
        { "{{else}}", "template.syntax" },
        { "{{if .yes}}{{else}}{{else}}{{end}}", "template.syntax" },
        { "{{range .list}}{{else if .x}}{{end}}", "template.syntax" },
    };

    public static TheoryData<string, string> Variables => new()
    {
        { "{{$x := 1}}{{$x}}", "1" },
        { "{{$x := 1}}{{$x = 2}}{{$x}}", "2" },
        { "{{$x := .user}}{{$x.id}}", "7" },
        { "{{$x := 1}}{{if .yes}}{{$x := 2}}{{$x}}{{end}}{{$x}}", "21" },
        { "{{$x := 1}}{{if .yes}}{{$x = 2}}{{end}}{{$x}}", "2" },
        { "{{$n := 0}}{{range .numbers}}{{$n = .}}{{end}}{{$n}}", "2" },
        { "{{if $x := .one}}{{$x}}{{else}}{{$x}}{{end}}", "1" },
        { "{{if .yes}}{{$x := 1}}{{end}}{{$x}}", "template.syntax" },
        { "{{range $i, $v := .list}}{{end}}{{$i}}", "template.syntax" },
        { "{{$x = 1}}", "template.syntax" },
        { "{{$x, $y := .list}}", "template.syntax" },
        { "{{$x := 1}}{{$x := print $x $x}}{{$x}}", "1 1" },
        { "{{range $i, $v := .list}}{{if $i}}, {{end}}{{$v}}{{end}}", "x, y, z" },
    };

    public static TheoryData<string, string> Pipelines => new()
    {
        { "{{.name | upper}}", "EDGE <HK>" },
        { "{{.name | lower | printf \"%s!\"}}", "edge <hk>!" },
        { "{{printf \"%d-%s\" .one .text | upper}}", "1-A,B,C" },
        { "{{(.user).username}}", "ann" },
        { "{{(index .nodes 1).name}}", "la" },
        { "{{len (split .text \",\")}}", "3" },
        { "{{\"put\" | printf \"%s%s\" \"out\" | printf \"%q\"}}", "\"output\"" },
        { "{{\"a\" | \"b\"}}", "template.syntax" },
        { "{{.name | .user}}", "template.syntax" },
        { "{{.name | upper .text}}", "template.syntax" },
        { "{{(.user}}", "template.syntax" },
        { "{{.user)}}", "template.syntax" },
        { "{{| upper}}", "template.syntax" },
        { "{{.name |}}", "Edge <HK>" },
        { "{{upper .missing}}", "template.render" },
        { "{{upper .one}}", "template.render" },
        { "{{upper}}", "template.syntax" },
        { "{{print upper}}", "template.syntax" },
        { "{{upper.x}}", "template.syntax" },
        { "{{len now}}", "20" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    [MemberData(nameof(Trimming))]
    [MemberData(nameof(Blocks))]
    [MemberData(nameof(Variables))]
    [MemberData(nameof(Pipelines))]
    public void It_renders_as_Go_does(string template, string expected) => TemplateSteps.Render(template).Should().Be(expected);
}
