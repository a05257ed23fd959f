using FluentAssertions;
using Mono.Cecil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>An instant carries its offset: what a field holds or a member takes and gives. Inside one method a calendar may count in local time.</summary>
public sealed class TimeTests
{
    private static readonly string[] Layers = ["VpsPanel.Domain", "VpsPanel.Application"];

    [Fact]
    public void Times_of_the_domain_and_the_application_have_an_offset()
    {
        var types = Assemblies.All.Where(module => Layers.Contains(module.Assembly.Name.Name)).SelectMany(module => module.GetTypes()).ToList();
        var held =
            types.SelectMany(type => type.Fields.Select(field => (Where: field.FullName, Type: field.FieldType)))
                .Concat(types.SelectMany(type => type.Methods).Where(method => !method.IsPrivate)
                    .SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType)
                        .Select(used => (Where: method.FullName, Type: used))));

        held.Should().Contain(found => found.Type.FullName == "System.DateTimeOffset");
        held.Where(found => Names(found.Type).Contains("System.DateTime")).Select(found => found.Where).Should().BeEmpty();
    }

    private static IEnumerable<string> Names(TypeReference type) => type is GenericInstanceType generic
        ? generic.GenericArguments.SelectMany(Names).Prepend(generic.ElementType.FullName)
        : [type is TypeSpecification wrapped ? wrapped.ElementType.FullName : type.FullName];
}
