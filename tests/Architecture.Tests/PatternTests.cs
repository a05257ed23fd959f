using System.Text.RegularExpressions;
using FluentAssertions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>A <c>$</c> also matches before a line break at the end, which lets one slip into what a pattern has passed.</summary>
public sealed class PatternTests
{
    [Fact]
    public void A_pattern_ends_where_the_text_ends()
    {
        var patterns = Assemblies.All.SelectMany(Patterns).ToList();

        patterns.Should().HaveCountGreaterThan(10);
        patterns.Where(found => EndsBeforeLineBreak(found.Pattern)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("^[A-Z]{3}$", true)]
    [InlineData(@"\A(a$|b)\z", true)]
    [InlineData(@"\A[a$]\$\z", false)]
    public void The_rule_itself_tells_an_anchor_from_a_dollar_sign(string pattern, bool isAnchored) =>
        EndsBeforeLineBreak(pattern).Should().Be(isAnchored);

    private static bool EndsBeforeLineBreak(string pattern) =>
        Regex.Replace(pattern, @"\\.|\[[^\]]*\]", "", RegexOptions.None, TimeSpan.FromSeconds(1)).Contains('$', StringComparison.Ordinal);

    /// <summary>What source-generated patterns are made of, and the constants that stand before a call that takes a pattern.</summary>
    private static IEnumerable<(string Where, string Pattern)> Patterns(ModuleDefinition module)
    {
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods))
        {
            foreach (var generated in method.CustomAttributes.Where(attribute => attribute.AttributeType.Name == "GeneratedRegexAttribute"))
                yield return (method.FullName, (string)generated.ConstructorArguments[0].Value);
        }

        foreach (var method in Assemblies.Methods(module).Where(method => !method.DeclaringType.FullName.Contains("RegularExpressions.Generated", StringComparison.Ordinal)))
        {
            foreach (var call in method.Body.Instructions.Where(TakesPattern))
            {
                if (call.Previous is { OpCode.Code: Code.Ldstr, Operand: string pattern })
                    yield return (method.FullName, pattern);
            }
        }
    }

    private static bool TakesPattern(Instruction instruction) =>
        instruction.Operand is MethodReference { Name: "Matches", DeclaringType.Namespace: "FluentValidation" };
}
