using System.Text.Json;
using FluentAssertions;
using VpsPanel.Application.Proxies.TemplateLanguage;
using Xunit;

namespace VpsPanel.Application.Tests.Proxies.TemplateLanguage;

/// <summary>Generated templates with what Go 1.19 itself answered to them; null where it refused.</summary>
public sealed class GoAnswersTests
{
    public static TheoryData<string, string?> Recorded()
    {
        var rows = new TheoryData<string, string?>();
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "go-answers.json")));
        foreach (var row in file.RootElement.EnumerateArray())
            rows.Add(row.GetProperty("template").GetString()!, row.GetProperty("answer").GetString());

        return rows;
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void It_answers_what_Go_answered(string template, string? answer)
    {
        var parsed = Template.Parse(template);
        var result = parsed.IsSuccess ? parsed.Value.Render(TemplateSteps.Data, RenderMode.Text, new FixedClock()) : parsed.Error;

        (result.IsSuccess ? result.Value : null).Should().Be(answer);
    }
}

internal sealed class FixedClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero);
}
