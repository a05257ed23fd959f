using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentAssertions;
using VpsPanel.WebApi.Http;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VpsPanel.Architecture.Tests;

/// <summary>openapi.yaml says what the code does, and says it completely.</summary>
public sealed class ApiDocumentTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Stored = File.ReadAllText(Path.Combine(Root, "openapi.yaml"));

    private static readonly string[] Actions =
    [
        "add", "adjust", "approve", "assign", "cancel", "change", "check", "choose", "clear", "close", "count", "create", "decide", "delete", "disable",
        "enable", "end", "export", "extend", "follow", "get", "impersonate", "install", "list", "lock", "log", "mark", "open", "pay", "ping",
        "place", "preview", "publish", "quote", "reauthenticate", "reboot", "reconcile", "receive", "refresh", "refund", "register", "reinstall", "reject", "relink", "remove", "renew",
        "reply", "report", "request", "resend", "reset", "resize", "restore", "retry", "return", "revive", "rotate", "send", "set", "shut", "start", "submit", "try",
        "sync", "test", "unlock", "update", "upload", "verify",
    ];

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
    public void An_operation_is_named_by_a_verb_and_what_it_is_about_once_in_the_whole_document()
    {
        var ids = Operations().Select(item => Has(item.Operation, "operationId") ? Text(item.Operation["operationId"]) : item.Path).ToList();

        ids.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        ids.Should().AllSatisfy(id => id.Should().MatchRegex("^[a-z]+([A-Z][a-z]*)+$", "WithName stands on the endpoint"));
        ids.Where(id => !Actions.Contains(Regex.Match(id, "^[a-z]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value)).Should().BeEmpty("the first word says what is done");
    }

    [Fact]
    public void Summaries_tell_operations_apart()
    {
        var summaries = Operations().Select(item => Has(item.Operation, "summary") ? Text(item.Operation["summary"]) : "").ToList();

        summaries.Should().NotBeEmpty().And.OnlyHaveUniqueItems();
        summaries.Should().AllSatisfy(summary => summary.Should().MatchRegex(@"^[A-Z].*[^.]$", "WithSummary stands on the endpoint"));
        summaries.Should().OnlyContain(summary => summary.Split(' ').Length > 1);
        Operations().Where(item => !Has(item.Operation, "tags")).Should().BeEmpty();
        Operations().Where(item => Has(item.Operation, "description") && Text(item.Operation["description"]).Length == 0).Should().BeEmpty();
    }

    [Fact]
    public void Every_parameter_is_explained()
    {
        var silent = from item in Operations()
                     from parameter in Parameters(item.Path, item.Operation)
                     where !Has(parameter, "description") || Text(parameter["description"]).Split(' ').Length < 2
                     select $"{item.Path}: {Text(parameter["name"])}";

        silent.Should().BeEmpty("Parameters.cs of the document or a [Description] explains it");
    }

    [Fact]
    public void Every_body_and_every_answer_has_an_example_of_its_shape()
    {
        var bodies = Bodies().ToList();

        bodies.Should().HaveCountGreaterThan(300);
        bodies.Where(body => !Has(body.Media, "example")).Select(body => body.Place).Should().BeEmpty();
        bodies.SelectMany(body => Misfits(body.Media["example"], (YamlMappingNode)body.Media["schema"], body.Place)).Should().BeEmpty();
    }

    [Fact]
    public void The_check_of_examples_finds_what_does_not_fit()
    {
        var schema = (YamlMappingNode)_document["components"]["schemas"]["TicketView"];

        Misfits(Parse("id: one"), schema, "").Should().Contain(": user_id is missing").And.Contain(".id: 'one' is no integer");
        Misfits(Parse("status: gone"), schema, "").Should().Contain(".status: 'gone' is none of the words");
    }

    [Fact]
    public void No_example_only_repeats_the_name_of_its_property()
    {
        var echoes = from body in Bodies()
                     from node in All(body.Media["example"]).OfType<YamlMappingNode>()
                     from member in node.Children
                     from text in new[] { member.Value }.Concat(member.Value is YamlSequenceNode list ? list.Children : []).OfType<YamlScalarNode>()
                     where text.Value is { Length: > 0 } value && (value == Text(member.Key).Replace('_', ' ') || value + "s" == Text(member.Key).Replace('_', ' '))
                     select $"{body.Place}: {Text(member.Key)}";

        echoes.Distinct().Should().BeEmpty("examples.json or Samples.cs has something that a person would send or get");
    }

    [Fact]
    public void Everything_in_examples_json_is_of_a_component_that_exists()
    {
        using var file = typeof(ErrorBody).Assembly.GetManifestResourceStream("examples.json")!;
        var written = JsonNode.Parse(file)!;
        var schemas = (YamlMappingNode)_document["components"]["schemas"];

        written["bodies"]!.AsObject().Select(body => body.Key).Where(name => !Has(schemas, name)).Should().BeEmpty();
        written["members"]!.AsObject().Select(member => member.Key.Split('.'))
            .Where(name => !Has(schemas, name[0]) || !Has((YamlMappingNode)schemas[name[0]]["properties"], name[1])).Select(name => string.Join('.', name))
            .Should().BeEmpty();
    }

    [Fact]
    public void No_value_is_of_two_types()
    {
        var unions = All(_document).OfType<YamlMappingNode>()
            .Where(node => Has(node, "type") && node["type"] is YamlSequenceNode types && types.Count(type => Text(type) != "null") > 1);

        unions.Should().BeEmpty("generated clients have no type for it");
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

    /// <summary>JSON that is sent, and JSON that is answered when all went well.</summary>
    private IEnumerable<(string Place, YamlMappingNode Media)> Bodies() =>
        from item in Operations()
        let answers = ((YamlMappingNode)item.Operation["responses"]).Children.Where(answer => Text(answer.Key).StartsWith('2'))
            .Select(answer => (Of: Text(answer.Key), Body: (YamlMappingNode)answer.Value))
        let sent = Has(item.Operation, "requestBody") ? [(Of: "body", Body: (YamlMappingNode)item.Operation["requestBody"])] : Array.Empty<(string Of, YamlMappingNode Body)>()
        from part in answers.Concat(sent)
        where Has(part.Body, "content") && Has((YamlMappingNode)part.Body["content"], "application/json")
        select ($"{item.Path} {part.Of}", (YamlMappingNode)part.Body["content"]["application/json"]);

    private IEnumerable<string> Misfits(YamlNode value, YamlMappingNode schema, string place)
    {
        if (Has(schema, "$ref"))
            return Misfits(value, (YamlMappingNode)Resolve(Text(schema["$ref"]))!, place);

        if (Has(schema, "oneOf"))
        {
            var choices = ((YamlSequenceNode)schema["oneOf"]).Cast<YamlMappingNode>().Select(choice => Misfits(value, choice, place).ToList()).ToList();
            return choices.Exists(found => found.Count == 0) ? [] : choices[^1];
        }

        if (Has(schema, "enum") && !((YamlSequenceNode)schema["enum"]).Select(Text).Contains((value as YamlScalarNode)?.Value))
            return [$"{place}: '{value}' is none of the words"];

        var types = !Has(schema, "type") ? [] : schema["type"] is YamlSequenceNode several ? several.Select(Text).ToList() : [Text(schema["type"])];
        return value switch
        {
            _ when types.Count == 0 => [],
            YamlSequenceNode list when types.Contains("array") => list.SelectMany(item => Misfits(item, (YamlMappingNode)schema["items"], place + "[]")),
            YamlMappingNode members when types.Contains("object") => Members(members, schema, place),
            YamlScalarNode scalar when types.Exists(type => Fits(scalar, type)) => [],
            _ => [$"{place}: '{value}' is no {string.Join(" or ", types)}"],
        };
    }

    private IEnumerable<string> Members(YamlMappingNode members, YamlMappingNode schema, string place)
    {
        if (!Has(schema, "properties"))
            return [];

        var properties = (YamlMappingNode)schema["properties"];
        var required = Has(schema, "required") ? ((YamlSequenceNode)schema["required"]).Select(Text) : [];
        return required.Where(name => !Has(members, name)).Select(name => $"{place}: {name} is missing")
            .Concat(members.Children.SelectMany(member => Has(properties, Text(member.Key))
                ? Misfits(member.Value, (YamlMappingNode)properties[Text(member.Key)], $"{place}.{Text(member.Key)}")
                : [$"{place}: {Text(member.Key)} is unknown"]));
    }

    private static bool Fits(YamlScalarNode scalar, string type)
    {
        var isQuoted = scalar.Style is not ScalarStyle.Plain;
        return type switch
        {
            "string" => isQuoted || !Regex.IsMatch(
                scalar.Value!, @"\A([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)(e[-+]?[0-9]+)?|true|false|null|~|)\z",
                RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
            "integer" => !isQuoted && long.TryParse(scalar.Value, out _),
            "number" => !isQuoted && decimal.TryParse(scalar.Value, CultureInfo.InvariantCulture, out _),
            "boolean" => !isQuoted && scalar.Value is "true" or "false",
            "null" => !isQuoted && scalar.Value is "null" or "",
            _ => false,
        };
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
