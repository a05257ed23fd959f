using FluentAssertions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>A refusal that nobody looks at is a refusal that did not happen.</summary>
public sealed class ResultTests
{
    [Fact]
    public void No_result_is_dropped()
    {
        var dropped = Assemblies.All.SelectMany(Assemblies.Methods).SelectMany(DroppedIn).ToList();

        dropped.Should().BeEmpty();
    }

    [Fact]
    public void The_search_for_dropped_results_finds_one()
    {
        using var module = ModuleDefinition.ReadModule(typeof(ResultTests).Assembly.Location);
        var bait = module.GetTypes().Single(type => type.Name == nameof(Bait)).Methods.Single(method => method.Name == nameof(Bait.Drop));

        DroppedIn(bait).Should().ContainSingle();
    }

    private static IEnumerable<string> DroppedIn(MethodDefinition method) =>
        from instruction in method.Body.Instructions
        where instruction.OpCode == OpCodes.Pop && instruction.Previous?.Operand is MethodReference called && GivesResult(called)
        select $"{method.DeclaringType.FullName}.{method.Name} drops the result of {((MethodReference)instruction.Previous.Operand).Name}";

    private static bool GivesResult(MethodReference called)
    {
        var type = called.ReturnType;

        // An awaited call leaves its result through TaskAwaiter<Result>.GetResult, whose declared return type is the generic parameter.
        if (type is GenericParameter && called.DeclaringType is GenericInstanceType { GenericArguments: [var argument] }
            && called.Name == "GetResult")
            type = argument;

        return type.FullName.StartsWith("VpsPanel.Domain.Common.Result", StringComparison.Ordinal);
    }

    private static class Bait
    {
        public static void Drop() => Refuse();

        private static VpsPanel.Domain.Common.Result Refuse() => VpsPanel.Domain.Common.Error.NotFound("bait.refused");
    }
}
