using FluentAssertions;
using Mono.Cecil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>The framework reads "12,50" as 1250 wherever it reads a fraction by itself. Amounts are read by <c>MoneyText</c>.</summary>
public sealed class NumberTests
{
    private static readonly string[] Fractions = ["System.Decimal", "System.Double", "System.Single"];

    private static readonly string[] Binders = ["FromQueryAttribute", "FromHeaderAttribute", "FromRouteAttribute", "FromFormAttribute"];

    /// <summary>What reads fractions that are no money: each with the styles of its own format.</summary>
    private static readonly string[] Readers =
        ["Arithmetic", "AuthorizeRobotCallHandler", "Languages", "Literals", "Samples", "SettingKinds", "SprigNumbers", "UpstreamObject"];

    [Fact]
    public void Nothing_binds_a_fraction_from_an_address_or_a_header()
    {
        var endpoints = Assemblies.WebApi.GetTypes().Where(type => Outermost(type).Namespace.StartsWith("VpsPanel.WebApi.Endpoints", StringComparison.Ordinal)).ToList();
        var bound = Assemblies.WebApi.GetTypes().SelectMany(BoundIn).ToList();

        endpoints.SelectMany(type => type.Methods).Should().NotBeEmpty();
        bound.Should().NotBeEmpty();
        endpoints.SelectMany(type => type.Methods).SelectMany(method => method.Parameters)
            .Where(parameter => IsFraction(parameter.ParameterType)).Select(parameter => parameter.Name).Should().BeEmpty();
        bound.Where(found => IsFraction(found.Type)).Select(found => found.Name).Should().BeEmpty();
    }

    [Fact]
    public void The_search_for_bound_fractions_finds_one()
    {
        using var module = ModuleDefinition.ReadModule(typeof(NumberTests).Assembly.Location);

        BoundIn(module.GetTypes().Single(type => type.Name == nameof(FractionBait))).Should().ContainSingle()
            .Which.Type.Should().Match<TypeReference>(type => IsFraction(type));
    }

    [Fact]
    public void Fractions_are_read_with_styles_and_only_where_no_money_is_meant()
    {
        var calls = (
            from method in Assemblies.All.SelectMany(Assemblies.Methods)
            from instruction in method.Body.Instructions
            let called = instruction.Operand as MethodReference
            where called is { Name: "Parse" or "TryParse" } && Fractions.Contains(called.DeclaringType.FullName)
            select (By: Outermost(method.DeclaringType).Name, Called: called)).ToList();

        calls.Select(call => call.By).Distinct().Order(StringComparer.Ordinal).Should().Equal(Readers);
        calls.Where(call => call.Called.Name == "TryParse"
                && call.Called.Parameters.All(parameter => parameter.ParameterType.Name != "NumberStyles"))
            .Select(call => call.By).Should().BeEmpty("without styles separators count for nothing");
    }

    private static IEnumerable<(string Name, TypeReference Type)> BoundIn(TypeDefinition type) =>
        type.Methods.SelectMany(method => method.Parameters)
            .Where(parameter => parameter.CustomAttributes.Any(IsBinder)).Select(parameter => (parameter.Name, parameter.ParameterType))
            .Concat(type.Properties.Where(property => property.CustomAttributes.Any(IsBinder))
                .Select(property => (property.Name, property.PropertyType)));

    private static bool IsBinder(CustomAttribute attribute) => Binders.Contains(attribute.AttributeType.Name);

    private static bool IsFraction(TypeReference type) =>
        Fractions.Contains((type is GenericInstanceType { Name: "Nullable`1" } optional ? optional.GenericArguments[0] : type).FullName);

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static class FractionBait
    {
        public static decimal? Take([FromQuery] decimal? amount) => amount;
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    private sealed class FromQueryAttribute : Attribute;
}
