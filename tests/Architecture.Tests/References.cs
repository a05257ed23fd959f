using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace VpsPanel.Architecture.Tests;

/// <summary>Which of our types a type mentions: in its bases, members, attributes and code, those of its nested types included.</summary>
internal static class References
{
    private const string Ours = "VpsPanel.";

    /// <summary>Top-level types of the domain and the application that people wrote, each with what it mentions.</summary>
    public static IReadOnlyList<(TypeDefinition From, TypeReference To)> Known { get; } =
    [
        .. new[] { Assemblies.Domain, Assemblies.Application }.SelectMany(module => module.Types)
            .Where(type => type.Namespace.StartsWith(Ours, StringComparison.Ordinal))
            .SelectMany(type => Of(type).Select(target => (type, target))),
    ];

    public static IEnumerable<TypeReference> Of(TypeDefinition type) => Everything(type)
        .SelectMany(Parts)
        .Select(Outermost)
        .Where(target => target.Namespace.StartsWith(Ours, StringComparison.Ordinal) && target.FullName != type.FullName)
        .DistinctBy(target => target.FullName);

    private static IEnumerable<TypeReference?> Everything(TypeDefinition type) =>
        new[] { type.BaseType }
            .Concat(type.Interfaces.Select(face => face.InterfaceType))
            .Concat(Attributes(type))
            .Concat(type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType))
            .Concat(type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)))
            .Concat(type.Properties.SelectMany(Attributes))
            .Concat(type.Methods.SelectMany(OfMethod))
            .Concat(type.NestedTypes.SelectMany(Everything));

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method)
    {
        var signature = method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType).Concat(Attributes(method));
        var constraints = method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);
        return method.HasBody
            ? [.. signature, .. constraints, .. method.Body.Variables.Select(local => local.VariableType), .. method.Body.Instructions.SelectMany(OfInstruction)]
            : [.. signature, .. constraints];
    }

    private static IEnumerable<TypeReference?> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method is GenericInstanceMethod generic ? generic.GenericArguments : Enumerable.Empty<TypeReference>()],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes
        .SelectMany(attribute => attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => Parts(generic.ElementType).Concat(generic.GenericArguments.SelectMany(Parts)),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
