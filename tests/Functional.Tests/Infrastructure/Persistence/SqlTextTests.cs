using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence;

/// <summary>Finds every SQL text of the system and runs it against the real schema into its row type.</summary>
public sealed partial class SqlTextTests(PanelApp app) : IClassFixture<PanelApp>
{
    public static TheoryData<string> Names() => [.. SqlTexts.All.Select(SqlTexts.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_text_runs_into_its_row_type(string name)
    {
        var field = SqlTexts.Get(name);
        var run = typeof(SqlTextTests).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(field.FieldType.GenericTypeArguments);

        await (Task)run.Invoke(null, [app.Services.GetRequiredService<IReadDb>(), field.GetValue(null)])!;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_keeps_to_what_both_databases_take(string name)
    {
        var text = SqlTexts.TextOf(SqlTexts.Get(name));

        OneSided().IsMatch(text).Should().BeFalse($"{name} must run on PostgreSQL and SQL Server: {OneSided().Match(text).Value}");
        if (text.Contains("offset @", StringComparison.OrdinalIgnoreCase))
            text.Should().MatchRegex("(?is)order by.+offset", "pages need a total order");
    }

    [GeneratedRegex(
        @"\b(ilike|limit|returning|now\(\)|true|false|any\s*\(|::)|""|select\s+\*|\bselect\s+\w+\.\*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneSided();

    private static async Task Run<TArgs, TRow>(IReadDb db, Sql<TArgs, TRow> sql)
        where TArgs : class
    {
        // A text that does not run, or does not fit its row, throws.
        var run = () => db.List(sql, (TArgs)SqlTexts.Sample(typeof(TArgs)), default);
        await run.Should().NotThrowAsync(sql.Text);
    }
}
