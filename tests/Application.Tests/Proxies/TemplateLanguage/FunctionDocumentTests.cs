using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FluentAssertions;
using VpsPanel.Application.Proxies.TemplateLanguage.Functions;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.TemplateLanguage;

/// <summary>docs/templates.md lists every function with its arguments in their order.</summary>
public sealed partial class FunctionDocumentTests
{
    [Theory]
    [InlineData("### Both sets")]
    [InlineData("### panel")]
    [InlineData("### sprig")]
    public void The_document_lists_what_templates_can_call(string heading)
    {
        var known = heading switch
        {
            "### panel" => PanelFunctions.All,
            "### sprig" => SprigFunctions.All,
            _ => GoFunctions.All,
        };

        var rows = Row().Matches(Section(heading)).Select(row => (row.Groups["name"].Value, row.Groups["arguments"].Value));

        rows.Should().BeEquivalentTo(known.Select(function => (function.Name, function.Arguments)));
    }

    private static string Section(string heading)
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "templates.md"));
        var start = text.IndexOf(heading, StringComparison.Ordinal) + heading.Length;
        var end = text.IndexOf("###", start, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", ".."));

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| (`(?<arguments>[^`]+)` )?\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
