using System.Globalization;
using System.Text;
using FluentAssertions;
using Mono.Cecil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>
/// What is read, written and sorted is the same under every language of the machine: no call leaves the choice to the current culture.
/// Writing whole numbers is exempt, since the programs set the invariant culture and only the minus sign could differ.
/// </summary>
public sealed class CultureTests
{
    [Fact]
    public void No_call_depends_on_the_language_of_the_machine()
    {
        var found = Assemblies.All.SelectMany(Assemblies.Methods).Where(method => !IsWrittenByCompiler(method))
            .SelectMany(method => CultureRule.Calls(method).Select(call => $"{method.FullName}: {call}")).ToList();

        found.Should().BeEmpty();
    }

    [Fact]
    public void The_rule_itself_finds_what_depends_on_it_and_passes_what_does_not()
    {
        using var module = ModuleDefinition.ReadModule(typeof(CultureTests).Assembly.Location);
        var planted = module.GetTypes().Single(type => type.Name == nameof(Planted)).Methods.Where(method => method.HasBody && !method.IsConstructor);

        foreach (var method in planted)
            CultureRule.Calls(method).Any().Should().Be(method.Name.StartsWith("Depends", StringComparison.Ordinal), method.Name);
    }

    /// <summary>A record's <c>ToString</c>, and the exception texts of generated serialisers.</summary>
    private static bool IsWrittenByCompiler(MethodDefinition method) => method.Name is "PrintMembers" or "ExpandConverter";

#pragma warning disable CA1304, CA1305, CA1309, CA1310, CA1311, CA1865, CA1866, MA0001, MA0002, MA0011, MA0074, MA0075, MA0076, MA0107, RCS1155
    private static class Planted
    {
        public static string DependsDecimal(decimal value) => value.ToString();

        public static string DependsFormat(DateTimeOffset value) => value.ToString("d");

        public static string DependsInterpolation(double value) => $"{value:0.0}";

        public static string DependsComposite(decimal value) => string.Format("{0}", value);

        public static StringBuilder DependsBuilder(double value) => new StringBuilder().Append(value);

        public static decimal DependsParse(string text) => decimal.Parse(text);

        public static bool DependsTryParse(string text) => long.TryParse(text, out _);

        public static bool DependsNull(string text) => decimal.TryParse(text, NumberStyles.Number, null, out _);

        public static DateTime DependsDate(string text) => DateTime.Parse(text);

        public static decimal DependsConvert(string text) => Convert.ToDecimal(text);

        public static bool DependsStart(string text) => text.StartsWith("a");

        public static int DependsIndex(string text) => text.IndexOf("a");

        public static string DependsCase(string text) => text.ToLower();

        public static int DependsCompare(string a, string b) => string.Compare(a, b);

        public static IEnumerable<string> DependsOrder(IEnumerable<string> texts) => texts.OrderBy(text => text);

        public static SortedDictionary<string, int> DependsSorted() => new();

        public static string Decimal(decimal value) => value.ToString(CultureInfo.InvariantCulture);

        public static string Interpolation(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0}");

        public static string WholeNumber(long value) => $"{value}";

        public static bool TryParse(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

        public static bool Start(string text) => text.StartsWith("ab", StringComparison.Ordinal) || text.StartsWith('a');

        public static IEnumerable<string> Order(IEnumerable<string> texts) => texts.OrderBy(text => text, StringComparer.Ordinal);

        public static IEnumerable<long> OrderNumbers(IEnumerable<long> numbers) => numbers.OrderBy(number => number);

        public static int LargestLength(IEnumerable<string> texts) => texts.Max(text => text.Length);

        public static bool Guids(string text) => Guid.TryParse(text, out _) && bool.TryParse(text, out _);
    }
#pragma warning restore
}
