using FluentAssertions;
using Mono.Cecil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>
/// An id of the upstream may stand for somebody else's machine. What reveals or changes a machine takes one that was looked at, and there is
/// one place that looks.
/// </summary>
public sealed class MachineTests
{
    /// <summary>What names no machine: the list and the catalog; a machine that does not exist yet; and the look itself.</summary>
    private static readonly string[] WithoutMachine = ["CreateVps", "ListVps", "Look"];

    [Fact]
    public void A_call_to_a_machine_takes_one_that_was_looked_at()
    {
        var port = Assemblies.Application.GetTypes().Single(type => type.Name == "IAutomation");

        port.Methods.Should().HaveCountGreaterThan(WithoutMachine.Length);
        port.Methods.Where(method => method.Parameters[0].ParameterType.Name != "VerifiedMachine").Select(method => method.Name).Order()
            .Should().Equal(WithoutMachine);
    }

    [Fact]
    public void Only_the_identity_check_looks_at_an_id() => Callers("IAutomation", "Look").Should().Equal("MachineIdentity");

    [Fact]
    public void Only_the_identity_check_says_that_a_machine_is_known()
    {
        Callers("VerifiedMachine", ".ctor").Should().Equal("MachineIdentity");

        var machine = Assemblies.Application.GetTypes().Single(type => type.Name == "VerifiedMachine");
        machine.IsSealed.Should().BeTrue();
        machine.Properties.Where(property => property.SetMethod is not null).Should().BeEmpty("nobody turns one machine into another");
        machine.Methods.Where(method => method is { IsConstructor: true, IsPublic: true }).Should().BeEmpty();
    }

    [Fact]
    public void Nothing_else_speaks_to_the_upstream()
    {
        Callers("AutomationChannel", "Send").Should().Equal("AutomationClient");

        Implementers("IAutomation").Should().Equal("AutomationClient");
    }

    [Fact]
    public void The_name_of_a_machine_is_written_when_it_is_made_or_linked_and_by_nothing_else()
    {
        var writers = Assemblies.Domain.GetTypes().SelectMany(type => type.Methods)
            .Where(method => method.HasBody && method.Body.Instructions.Any(instruction =>
                instruction.Operand is MethodReference { Name: "set_HostName", DeclaringType.Name: "Vps" }))
            .Select(method => method.Name).Where(name => name != ".ctor").Order();

        writers.Should().Equal("LinkServer", "Reserve");
        Callers("Vps", "LinkServer").Order().Should().Equal("RecordVpsHandler", "RelinkVpsHandler");
    }

    private static List<string> Callers(string type, string method) => [.. Assemblies.All.SelectMany(Assemblies.Methods)
        .Where(caller => caller.Body.Instructions.Any(instruction =>
            instruction.Operand is MethodReference called && called.Name == method && called.DeclaringType.Name == type))
        .Select(caller => Outermost(caller.DeclaringType).Name)
        .Where(name => name != type)
        .Distinct()];

    private static List<string> Implementers(string port) => [.. Assemblies.All.SelectMany(module => module.GetTypes())
        .Where(type => type.Interfaces.Any(face => face.InterfaceType.Name == port)).Select(type => type.Name)];

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
