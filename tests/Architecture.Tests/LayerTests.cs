using FluentAssertions;
using Mono.Cecil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

public sealed class LayerTests
{
    private static readonly string[] Layers = ["VpsPanel.Domain", "VpsPanel.Application", "VpsPanel.Infrastructure", "VpsPanel.WebApi"];

    [Fact]
    public void Dependencies_point_inward_only()
    {
        foreach (var module in Assemblies.All)
        {
            var own = Array.IndexOf(Layers, module.Assembly.Name.Name);
            own.Should().BeGreaterThanOrEqualTo(0);
            var outward = module.AssemblyReferences.Select(reference => Array.IndexOf(Layers, reference.Name)).Where(layer => layer >= own);

            outward.Should().BeEmpty($"{module.Assembly.Name.Name} may know inner layers only");
        }
    }

    [Fact]
    public void The_domain_knows_nothing_but_the_framework()
    {
        var foreign = Assemblies.Domain.AssemblyReferences
            .Select(reference => reference.Name)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard");

        foreign.Should().BeEmpty();
    }

    [Fact]
    public void The_application_knows_no_database_and_no_web()
    {
        string[] outside =
            ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Npgsql", "Dapper", "Hangfire", "Microsoft.Data.SqlClient"];
        var known = Assemblies.Application.AssemblyReferences.Select(reference => reference.Name).ToList();

        known.Should().NotBeEmpty();
        known.Where(name => outside.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))).Should().BeEmpty();
    }

    [Fact]
    public void Aggregates_are_sealed_and_cannot_be_made_or_set_from_outside()
    {
        var aggregates = Assemblies.Domain.GetTypes().Where(type => IsAggregate(type) && !type.IsAbstract).ToList();

        aggregates.Should().NotBeEmpty();
        foreach (var aggregate in aggregates)
        {
            aggregate.IsSealed.Should().BeTrue(aggregate.Name);
            aggregate.Methods.Where(method => method is { IsConstructor: true, IsPublic: true }).Should().BeEmpty(aggregate.Name);
            aggregate.Methods.Where(method => method is { IsSetter: true, IsPublic: true }).Should().BeEmpty(aggregate.Name);
        }
    }

    [Fact]
    public void A_status_is_assigned_in_one_place()
    {
        var statuses = Assemblies.Domain.GetTypes().SelectMany(type => type.Properties).Select(property => property.PropertyType)
            .OfType<GenericInstanceType>().Where(type => type.ElementType.FullName == "VpsPanel.Domain.Common.Flow`3")
            .Select(type => type.GenericArguments[0]).Where(status => !status.IsGenericParameter).DistinctBy(status => status.FullName).ToList();

        statuses.Should().HaveCountGreaterThan(8);
        foreach (var status in statuses)
        {
            var held = Assemblies.Domain.GetTypes().Where(IsAggregate).SelectMany(type => type.Properties)
                .Single(property => property.PropertyType.FullName == status.FullName);
            var writers = held.DeclaringType.Methods
                .Where(method => method is { HasBody: true, IsConstructor: false } && method.Body.Instructions.Any(Sets(held)))
                .Select(method => $"{method.Name}, private: {method.IsPrivate}");

            writers.Should().Equal(["Move, private: True"], held.FullName);
        }
    }

    private static Func<Mono.Cecil.Cil.Instruction, bool> Sets(PropertyDefinition property) => instruction =>
        instruction.Operand is MethodReference method && method.Name == property.SetMethod.Name
        && method.DeclaringType.FullName == property.DeclaringType.FullName;

    private static bool IsAggregate(TypeDefinition type) =>
        type.BaseType is GenericInstanceType { ElementType.FullName: "VpsPanel.Domain.Common.AggregateRoot`1" };
}
