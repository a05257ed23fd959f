using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FluentAssertions;
using Mono.Cecil;
using VpsPanel.WebApi.Http;
using Xunit;

namespace VpsPanel.Architecture.Tests;

/// <summary>The service runs without reflection for JSON: what would need it fails only when it is called.</summary>
public sealed class SerializationTests
{
    private static readonly string[] Serializers =
    [
        "System.Text.Json.JsonSerializer",
        "System.Text.Json.Nodes.JsonValue",
        "System.Text.Json.Nodes.JsonArray",
        "System.Text.Json.Nodes.JsonNode",
        "System.Net.Http.Json.JsonContent",
        "System.Net.Http.Json.HttpContentJsonExtensions",
        "System.Net.Http.Json.HttpClientJsonExtensions",
        "Microsoft.AspNetCore.Http.HttpRequestJsonExtensions",
        "Microsoft.AspNetCore.Http.HttpResponseJsonExtensions",
    ];

    [Fact]
    public void Nothing_is_serialised_by_reflection_that_does_not_ask_for_it_by_name()
    {
        var found = Assemblies.All.SelectMany(module => module.Types).Where(type => !AsksForReflection(type) && !IsFrameworks(type)).SelectMany(CallsIn).ToList();

        found.Should().BeEmpty();
    }

    [Fact]
    public void The_search_for_serialisation_by_reflection_finds_every_kind()
    {
        using var module = ModuleDefinition.ReadModule(typeof(SerializationTests).Assembly.Location);
        var bait = module.GetTypes().Single(type => type.FullName == typeof(Guesses).FullName!.Replace('+', '/'));

        CallsIn(bait).Should().HaveCount(4);
        AsksForReflection(bait).Should().BeFalse();
        Assemblies.Infrastructure.Types.Where(AsksForReflection).Should().ContainSingle("one class stores what only this service reads");
    }

    [Fact]
    public void Every_name_of_a_dictionary_on_the_wire_can_be_read_and_written()
    {
        var options = new JsonSerializerOptions();
        Json.Configure(options);
        options.MakeReadOnly();
        var keys = Reachable(options).Where(info => info.Kind == JsonTypeInfoKind.Dictionary).Select(info => info.KeyType!).Distinct().ToList();

        keys.Should().Contain(typeof(string));
        foreach (var key in keys)
        {
            var converter = options.GetConverter(key).GetType();
            if (converter.Assembly != typeof(Json).Assembly)
                continue;

            foreach (var name in (string[])[nameof(JsonConverter<>.ReadAsPropertyName), nameof(JsonConverter<>.WriteAsPropertyName)])
                converter.GetMethod(name)!.DeclaringType.Should().Be(converter, "{0}.{1} fails without reflection", converter.Name, name);
        }
    }

    /// <summary>Every type that the service takes or answers, and what these are made of.</summary>
    private static Dictionary<Type, JsonTypeInfo>.ValueCollection Reachable(JsonSerializerOptions options)
    {
        Dictionary<Type, JsonTypeInfo> found = [];
        Queue<Type> open = new(JsonContexts.All.SelectMany(context => context.GetType().GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
            .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!));
        while (open.TryDequeue(out var type))
        {
            var info = options.GetTypeInfo(type);
            if (!found.TryAdd(type, info))
                continue;

            foreach (var part in info.Properties.Select(property => property.PropertyType).Append(info.ElementType).OfType<Type>())
                open.Enqueue(part);
        }

        return found.Values;
    }

    private static bool AsksForReflection(TypeDefinition type) => Calls(type).Any(called =>
        called is { Name: ".ctor", DeclaringType.FullName: "System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver" });

    /// <summary>What the generator of request delegates writes for answers of type object, which no route of ours has.</summary>
    private static bool IsFrameworks(TypeDefinition type) => type.Namespace == "Microsoft.AspNetCore.Http.Generated";

    private static IEnumerable<string> CallsIn(TypeDefinition type) =>
        from method in Methods(type)
        from called in Calls(method)
        where Serializers.Contains(called.DeclaringType.FullName) && IsGuess(called)
        select $"{method.DeclaringType.FullName}.{method.Name} calls {called.FullName}";

    /// <summary>A generic call, or one that takes any object, and nothing that says how the type is written.</summary>
    private static bool IsGuess(MethodReference called)
    {
        var parameters = called.Parameters.Select(parameter => parameter.ParameterType.FullName).ToList();
        if (parameters.Exists(name => name.Contains("JsonTypeInfo", StringComparison.Ordinal)
            || name.Contains("JsonSerializerContext", StringComparison.Ordinal)))
            return false;

        // The values that a JSON node is read as or made from are the primitive ones.
        if (called.Name is "GetValue" or "TryGetValue")
            return false;

        return called is GenericInstanceMethod || parameters.Contains("System.Object") || parameters.Contains("System.Type");
    }

    private static IEnumerable<MethodReference> Calls(TypeDefinition type) => Methods(type).SelectMany(Calls);

    private static IEnumerable<MethodReference> Calls(MethodDefinition method) =>
        method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>();

    private static IEnumerable<MethodDefinition> Methods(TypeDefinition type) =>
        type.NestedTypes.SelectMany(Methods).Concat(type.Methods.Where(method => method.HasBody));

    private static class Guesses
    {
        public static string Value() => JsonSerializer.Serialize(new Uri("/", UriKind.Relative));

        public static object? Read(string text, Type type) => JsonSerializer.Deserialize(text, type);

        public static System.Text.Json.Nodes.JsonNode? Node() => JsonSerializer.SerializeToNode<Version>(null!);

        public static System.Text.Json.Nodes.JsonValue? Part() => System.Text.Json.Nodes.JsonValue.Create(new Version(1, 0));

        public static string Known() => System.Text.Json.Nodes.JsonValue.Create("text").ToJsonString();
    }
}
