using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>
/// An example of every JSON body and every JSON answer: what examples.json has for the component or for its member, else one of the words
/// that a property may be, else a value that fits its name, else one that fits its type.
/// </summary>
internal sealed class Examples
{
    private const string Json = "application/json";

    // Trees would go on for ever.
    private readonly Stack<string> _open = new();

    public static Task Add(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var examples = new Examples();
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            var successes = operation.Responses?.Where(response => response.Key.StartsWith('2')).Select(response => response.Value.Content) ?? [];
            foreach (var content in successes.Append(operation.RequestBody?.Content))
            {
                if (content?.TryGetValue(Json, out var body) == true && body is OpenApiMediaType { Schema: { } schema } described)
                    described.Example = examples.Of(schema, "");
            }
        }

        return Task.CompletedTask;
    }

    private JsonNode? Of(IOpenApiSchema schema, string name)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
            return WrittenExamples.OfBody(id) ?? Referred(schema, id, name);

        if (schema.OneOf?.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null) is { } choice)
            return Of(choice, name);

        if (schema.Enum is { Count: > 0 } words)
            return words[0]!.DeepClone();

        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object => Object(schema, name),
            JsonSchemaType.Array => new JsonArray(Of(schema.Items!, Samples.Singular(name))),
            { } type => Samples.Of(name, type, schema.Format, schema.Description),
            null => Samples.Document(name),
        };
    }

    private JsonNode? Referred(IOpenApiSchema schema, string id, string name)
    {
        if (_open.Contains(id))
            return null;

        _open.Push(id);
        var example = Of(((OpenApiSchemaReference)schema).RecursiveTarget!, name);
        _open.Pop();
        return example;
    }

    private JsonObject Object(IOpenApiSchema schema, string name)
    {
        var example = new JsonObject();
        foreach (var (member, described) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            var isTree = described is { Items: OpenApiSchemaReference { Reference.Id: { } id } } && _open.Contains(id);
            if (!isTree)
                example[member] = (_open.TryPeek(out var owner) ? WrittenExamples.OfMember(owner, member) : null) ?? Of(described, member);
        }

        if (schema.AdditionalProperties is { } value)
            example[Samples.KeyOf(name)] = Of(value, Samples.KeyOf(name));

        return example;
    }
}
