using FluentAssertions;
using Mono.Cecil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>A gateway can take long to answer: it is asked by one class, which refuses while a transaction is open.</summary>
public sealed class GatewayTests
{
    [Fact]
    public void Gateways_are_asked_by_one_class_only()
    {
        var callers = Assemblies.All.SelectMany(Assemblies.Methods)
            .Where(method => method.Body.Instructions.Any(instruction =>
                instruction.Operand is MethodReference { DeclaringType.Name: "IPaymentGateway", ReturnType.Name: "Task`1" }))
            .Select(method => Outermost(method.DeclaringType).Name)
            .Distinct();

        callers.Should().Equal("GatewayCalls");
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
