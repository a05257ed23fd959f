using System.Text.RegularExpressions;
using FluentAssertions;
using Mono.Cecil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>
/// Words that no newcomer would search for. The rule looks at the names of types and methods; properties, fields and enum values name
/// columns and JSON members, which stay. docs/glossary.md has the words to use.
/// </summary>
public sealed partial class WordTests
{
    private static readonly string[] Banned =
    [
        "Desk", "Book", "Door", "Bench", "Workbench", "Shelf", "Shelves", "Courier", "Plant", "Keeper", "Vault", "Purse", "Wish", "Dossier",
        "News", "Edition", "Payback", "Stocked", "Catalogue", "Seal", "Scrubber", "Nonsense", "Peek", "Judge", "Disown", "Adopt", "Hurry",
        "Sloppy", "Patience", "Beat", "Manager", "Helper", "Helpers", "Utils", "Util", "Impl",
    ];

    /// <summary>Words that mean something of their own in one place: a parser looks ahead.</summary>
    private static readonly string[] Exempt = ["TokenReader.Peek", "Lexer.Peek"];

    [Fact]
    public void No_type_or_method_has_a_coined_name()
    {
        var types = Assemblies.All.SelectMany(module => module.GetTypes()).Where(IsWritten).ToList();
        var names = types.Select(type => type.Name)
            .Concat(types.SelectMany(type => type.Methods.Where(IsWritten).Select(method => $"{type.Name}.{method.Name}")))
            .Where(name => !Exempt.Contains(name)).Distinct(StringComparer.Ordinal).ToList();

        names.Should().HaveCountGreaterThan(1000);
        string.Join('\n', names.Where(name => Words(name[(name.LastIndexOf('.') + 1)..]).Any(Banned.Contains))).Should().BeEmpty();
    }

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(word => word.Value);

    private static bool IsWritten(TypeDefinition type) =>
        type.Namespace.Length + (type.DeclaringType?.Name.Length ?? 0) > 0 && !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "GeneratedCodeAttribute" or "CompilerGeneratedAttribute");

    private static bool IsWritten(MethodDefinition method) =>
        method is { IsSpecialName: false, IsConstructor: false } && !method.Name.Contains('<', StringComparison.Ordinal)
        && !method.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "GeneratedCodeAttribute" or "CompilerGeneratedAttribute");

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
