using FluentAssertions;
using Mono.Cecil;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>The seven capabilities know each other in one direction, and the features inside one form no cycle.</summary>
public sealed class CapabilityTests
{
    private static readonly Dictionary<string, string[]> Knows = new(StringComparer.Ordinal)
    {
        ["Common"] = [],
        ["Platform"] = ["Common"],
        ["Identity"] = ["Common", "Platform"],
        ["Billing"] = ["Common", "Platform", "Identity"],
        ["Sales"] = ["Common", "Platform", "Identity", "Billing"],
        ["Servers"] = ["Common", "Platform", "Identity", "Billing", "Sales"],
        ["Proxies"] = ["Common", "Platform", "Identity", "Billing", "Sales"],
        ["Engagement"] = ["Common", "Platform", "Identity", "Billing", "Sales", "Servers", "Proxies"],
    };

    [Fact]
    public void Every_type_of_the_domain_and_the_application_belongs_to_a_capability()
    {
        var homeless = References.Known.Select(known => known.From).DistinctBy(type => type.FullName)
            .Where(type => CapabilityOf(type) is { } capability && !Knows.ContainsKey(capability));

        homeless.Select(type => type.FullName).Should().BeEmpty();
        References.Known.Select(known => CapabilityOf(known.From)).OfType<string>().Distinct().Should().BeEquivalentTo(Knows.Keys);
    }

    [Fact]
    public void A_capability_knows_only_those_before_it()
    {
        var against =
            from known in References.Known
            let source = CapabilityOf(known.From)
            let target = CapabilityOf(known.To)
            where source is not null && source != target && (target is null || !Knows[source].Contains(target))
            select $"{Short(known.From)} -> {Short(known.To)}";

        ShrinkingList.Check("capability-exceptions.txt", against);
    }

    [Fact]
    public void Features_of_a_capability_form_no_cycle()
    {
        var edges = (
            from known in References.Known
            let source = FeatureOf(known.From)
            let target = FeatureOf(known.To)
            where source is not null && target is not null && source != target && CapabilityOf(known.From) == CapabilityOf(known.To)
            select (From: source, To: target)).Distinct().ToList();

        edges.Should().NotBeEmpty();
        ShrinkingList.Check("feature-cycles.txt", edges.Where(edge => Reaches(edges, edge.To, edge.From)).Select(edge => $"{edge.From} -> {edge.To}"));
    }

    /// <summary>The first word after the layer; null for the place where everything is put together.</summary>
    private static string? CapabilityOf(TypeReference type)
    {
        var words = type.Namespace.Split('.');
        return words.Length > 2 ? words[2] : null;
    }

    /// <summary>Capability and feature; the capability alone for what its features share.</summary>
    private static string? FeatureOf(TypeReference type)
    {
        var words = type.Namespace.Split('.');
        return words.Length > 3 ? $"{words[2]}/{words[3]}" : CapabilityOf(type);
    }

    private static bool Reaches(List<(string From, string To)> edges, string start, string end)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var at))
        {
            if (at == end)
                return true;

            foreach (var next in edges.Where(edge => edge.From == at).Select(edge => edge.To).Where(seen.Add))
                open.Enqueue(next);
        }

        return false;
    }

    private static string Short(TypeReference type) => type.FullName["VpsPanel.".Length..];
}
