using System.Reflection;
using System.Runtime.CompilerServices;
using FluentAssertions;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>A status that an aggregate holds changes along a table of moves, or is a plain switch and the list says why.</summary>
public sealed class StatusTests
{
    private static readonly Type[] Types = typeof(AggregateRoot).Assembly.GetTypes();

    [Fact]
    public void Every_status_of_an_aggregate_has_a_flow_or_stands_in_the_list_of_switches()
    {
        var flows = Types.SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
            .Select(property => property.PropertyType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Flow<,,>))
            .Select(type => type.GenericTypeArguments[0]).ToHashSet();
        var held = Types.SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            .Where(type => type.IsEnum && (type.Name.EndsWith("Status", StringComparison.Ordinal) || flows.Contains(type))).Distinct().ToList();

        flows.Should().NotBeEmpty();
        held.Where(flows.Contains).Should().BeEquivalentTo(flows, "a flow is the flow of something that an aggregate holds");
        var switches = Switches();
        held.Where(type => !flows.Contains(type)).Select(type => type.Name).Should().BeEquivalentTo(switches.Keys);
        switches.Should().OnlyContain(line => line.Value.Length > 20, "each says why it needs no table");
    }

    private static Dictionary<string, string> Switches([CallerFilePath] string file = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(file)!, "plain-statuses.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(": ", 2)).ToDictionary(line => line[0], line => line[1]);
}
