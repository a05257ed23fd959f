using FluentAssertions;
using VpsPanel.WebApi.Http;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace VpsPanel.Architecture.Tests;

/// <summary>openapi.yaml says what the code does, and says it completely.</summary>
public sealed class ApiDocumentTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Stored = File.ReadAllText(Path.Combine(Root, "openapi.yaml"));

    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete", "head", "options"];

    private readonly YamlMappingNode _document = Parse(Stored);

    [Fact]
    public void The_stored_document_is_the_one_that_the_code_writes()
    {
        var path = Path.GetTempFileName();
        var program = typeof(ErrorBody).Assembly.EntryPoint!;

        program.Invoke(null, [new[] { "openapi", path, "--Database:ConnectionString=Host=none" }]);

        File.ReadAllText(path).Should().Be(Stored, "build/openapi.sh writes it anew");
    }

    [Fact]
    public void Every_reference_resolves()
    {
        var references = All(_document).OfType<YamlMappingNode>().SelectMany(node => node.Children)
            .Where(pair => Text(pair.Key) == "$ref").Select(pair => Text(pair.Value)).Distinct().ToList();

        references.Should().NotBeEmpty();
        references.Where(reference => Resolve(reference) is null).Should().BeEmpty();
    }

    [Fact]
    public void Operations_have_unique_ids_and_a_summary()
    {
        var operations = Operations().ToList();

        operations.Should().NotBeEmpty();
        operations.Select(item => Text(item.Operation["operationId"])).Should().OnlyHaveUniqueItems();
        operations.Where(item => !Has(item.Operation, "summary") || Text(item.Operation["summary"]).Length == 0).Should().BeEmpty();
        operations.Where(item => !Has(item.Operation, "tags")).Should().BeEmpty();
    }

    [Fact]
    public void Every_parameter_of_a_path_is_declared_and_required()
    {
        foreach (var (path, operation) in Operations())
        {
            var inPath = path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')).ToList();
            var declared = Parameters(path, operation)
                .Where(parameter => Text(parameter["in"]) == "path" && Text(parameter["required"]) == "true")
                .Select(parameter => Text(parameter["name"])).ToList();

            declared.Should().BeEquivalentTo(inPath, path);
        }
    }

    [Fact]
    public void Every_operation_says_what_it_answers_and_who_may_call_it()
    {
        foreach (var (path, operation) in Operations())
        {
            var responses = (YamlMappingNode)operation["responses"];
            responses.Children.Keys.Select(Text).Should()
                .Contain(status => status.StartsWith('2') || status.StartsWith('3') || status == "101", path);
            Has(operation, "security").Should().BeTrue(path);
            if (((YamlSequenceNode)operation["security"]).Children.Count > 0)
                responses.Children.Keys.Select(Text).Should().Contain(["401", "403"], path);
        }
    }

    [Fact]
    public void Every_property_and_element_has_a_type()
    {
        var schemas = (YamlMappingNode)_document["components"]["schemas"];
        var blank = schemas.Children.SelectMany(schema => Untyped(Text(schema.Key), schema.Value)).ToList();

        schemas.Children.Should().NotBeEmpty();
        blank.Should().BeEmpty();
    }

    private static IEnumerable<string> Untyped(string path, YamlNode node)
    {
        if (node is not YamlMappingNode schema)
            yield break;

        var isArray = Has(schema, "type") && All(schema["type"]).OfType<YamlScalarNode>().Any(type => type.Value == "array");
        if (isArray && !Has(schema, "items"))
            yield return path + ": no items";

        if (schema.Children.Count == 0)
            yield return path + ": anything";

        var inner = Has(schema, "properties")
            ? ((YamlMappingNode)schema["properties"]).Children.Select(property => (Name: Text(property.Key), property.Value)) : [];
        foreach (var (name, value) in inner)
        {
            foreach (var found in Untyped($"{path}.{name}", value))
                yield return found;
        }
    }

    private IEnumerable<(string Path, YamlMappingNode Operation)> Operations() =>
        from path in ((YamlMappingNode)_document["paths"]).Children
        from operation in ((YamlMappingNode)path.Value).Children
        where Verbs.Contains(Text(operation.Key))
        select (Text(path.Key), (YamlMappingNode)operation.Value);

    /// <summary>Those of the operation and those that all operations of the path share.</summary>
    private IEnumerable<YamlMappingNode> Parameters(string path, YamlMappingNode operation) =>
        new[] { operation, (YamlMappingNode)_document["paths"][path] }
            .SelectMany(node => Has(node, "parameters") ? ((YamlSequenceNode)node["parameters"]).Children : [])
            .Cast<YamlMappingNode>()
            .Select(parameter => Has(parameter, "$ref") ? (YamlMappingNode)Resolve(Text(parameter["$ref"]))! : parameter);

    private YamlNode? Resolve(string reference)
    {
        YamlNode? node = reference.StartsWith("#/", StringComparison.Ordinal) ? _document : null;
        foreach (var part in reference.Split('/').Skip(1))
            node = node is YamlMappingNode mapping && Has(mapping, part) ? mapping[part] : null;

        return node;
    }

    private static IEnumerable<YamlNode> All(YamlNode node) => node.AllNodes;

    private static bool Has(YamlMappingNode node, string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static YamlMappingNode Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "VpsPanel.sln")))
            directory = directory.Parent!;

        return directory.FullName;
    }
}
