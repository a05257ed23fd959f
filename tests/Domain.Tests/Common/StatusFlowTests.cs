using System.Reflection;
using FluentAssertions;
using VpsPanel.Domain.Common;
using Xunit;

namespace VpsPanel.Domain.Tests.Common;

/// <summary>All flows of the domain, found by what they are, so that none is forgotten.</summary>
public sealed class StatusFlowTests
{
    private static readonly MethodInfo Check =
        typeof(StatusFlowTests).GetMethod(nameof(CheckTable), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static TheoryData<string> Tables() => [.. All().Select(property => $"{property.DeclaringType!.Name}.{property.Name}")];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_status_takes_every_move_of_every_actor_as_the_table_says(string table)
    {
        var property = All().Single(property => $"{property.DeclaringType!.Name}.{property.Name}" == table);

        var cells = (int)Check.MakeGenericMethod(property.PropertyType.GenericTypeArguments).Invoke(null, [property.GetValue(null)])!;

        cells.Should().BeGreaterThan(0);
    }

    [Fact]
    public void The_flows_that_must_exist_are_found_and_each_has_a_diagram()
    {
        var names = All().Select(property => (string)property.PropertyType.GetProperty("Name")!.GetValue(property.GetValue(null))!).ToList();

        names.Should().OnlyHaveUniqueItems().And.Contain(
            ["order", "plan-order", "wallet-order", "subscription", "plan", "provision-job", "ticket", "announcement", "node", "webhook-delivery"]);
        FlowDocumentTests.Documents().Select(row => (string)row[0]).Should().BeEquivalentTo(names);
    }

    private static IEnumerable<PropertyInfo> All() =>
        from type in typeof(ActorKind).Assembly.GetTypes()
        from property in type.GetProperties(BindingFlags.Static | BindingFlags.Public)
        where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Flow<,,>)
        select property;

    private static int CheckTable<TStatus, TMove, TActor>(Flow<TStatus, TMove, TActor> flow)
        where TStatus : struct, Enum
        where TMove : struct, Enum
        where TActor : struct, Enum
    {
        var cells = 0;
        foreach (var from in Enum.GetValues<TStatus>())
            foreach (var move in Enum.GetValues<TMove>())
                foreach (var by in Enum.GetValues<TActor>())
                {
                    var row = flow.Rows.SingleOrDefault(row => row.From.Equals(from) && row.Move.Equals(move));
                    var next = flow.Next(from, move, by);
                    var expected = row is null ? "flow.illegal_move" : row.Who.Contains(by) ? null : "flow.wrong_actor";

                    next.Error?.Code.Should().Be(expected, $"{flow.Name}: {from} {move} {by}");
                    next.IsSuccess.Should().Be(expected is null, $"{flow.Name}: {from} {move} {by}");
                    if (next.IsSuccess)
                        next.Value.Should().Be(row!.To);

                    cells++;
                }

        return cells;
    }
}
