using System.Text;
using System.Text.Json;
using FluentAssertions;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.TemplateLanguage;
using VpsPanel.Domain.Proxies.Templates;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.TemplateLanguage;

/// <summary>
/// Templates with what Go 1.19.8 wrote for them, those of the sprig set with sprig 3.2.3: the answer, its bytes where they are no UTF-8,
/// or null where Go refused.
/// </summary>
public sealed class GoValuesTests
{
    [Theory]
    [InlineData("panel")]
    [InlineData("sprig")]
    public void It_writes_what_Go_wrote(string functions)
    {
        var set = WireNames.Parse<TemplateFunctions>(functions);
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "go-values.json")));
        var rows = file.RootElement.EnumerateArray().Where(row => row.GetProperty("functions").GetString() == functions).ToList();

        var wrong = rows.Select(row => Compare(row, set)).OfType<string>().ToList();

        rows.Should().HaveCountGreaterThan(100);
        wrong.Should().BeEmpty();
    }

    private static string? Compare(JsonElement row, TemplateFunctions set)
    {
        var template = row.GetProperty("template").GetString()!;
        var parsed = Template.Parse(template, functions: set);
        var result = parsed.IsSuccess ? parsed.Value.Render(TemplateSteps.Data, RenderMode.Text, new FixedClock()) : parsed.Error;
        var written = result.IsSuccess ? Convert.ToHexString(GoText.ToBytes(result.Value)) : null;
        var expected = row.TryGetProperty("bytes", out var bytes)
            ? bytes.GetBytesFromBase64()
            : row.GetProperty("answer").GetString() is { } answer ? Encoding.UTF8.GetBytes(answer) : null;

        return written == (expected is null ? null : Convert.ToHexString(expected))
            ? null
            : $"{template}: {(result.IsSuccess ? result.Value : result.Error.Message)} instead of {(expected is null ? "an error" : Encoding.UTF8.GetString(expected))}";
    }
}
