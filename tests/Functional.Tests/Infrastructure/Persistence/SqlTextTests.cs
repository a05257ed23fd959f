using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Infrastructure.Persistence;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence;

/// <summary>Finds every SQL text of the system and runs it against the real schema into its row type.</summary>
public sealed partial class SqlTextTests(PanelApp app) : IClassFixture<PanelApp>
{
    private static readonly IReadOnlyList<FieldInfo> Texts =
    [
        .. new[] { typeof(IReadDb).Assembly, typeof(PanelDb).Assembly, typeof(VpsPanel.WebApi.Http.ErrorBody).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Sql<,>)),
    ];

    public static TheoryData<string> Names() => [.. Texts.Select(Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_text_runs_into_its_row_type(string name)
    {
        var field = Texts.Single(text => Name(text) == name);
        var run = typeof(SqlTextTests).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(field.FieldType.GenericTypeArguments);

        await (Task)run.Invoke(null, [app.Services.GetRequiredService<IReadDb>(), field.GetValue(null)])!;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_keeps_to_what_both_databases_take(string name)
    {
        var text = (string)((dynamic)Texts.Single(field => Name(field) == name).GetValue(null)!).Text;

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
        var run = () => db.List(sql, (TArgs)Sample(typeof(TArgs)), default);
        await run.Should().NotThrowAsync(sql.Text);
    }

    /// <summary>Arguments that are as plain as possible: the texts shall parse and map, not find anything.</summary>
    private static object Sample(Type type)
    {
        if (type == typeof(NoArgs))
            return NoArgs.Value;

        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .OrderByDescending(candidate => candidate.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => SampleValue(parameter))]);
    }

    private static object? SampleValue(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(string))
            return new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable ? null : "x";
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.UnixEpoch;
        if (parameter.Name == "Take")
            return 1;

        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.FullName!.Replace("VpsPanel.", "")}.{field.Name}";
}
