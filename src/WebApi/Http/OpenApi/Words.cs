using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>Texts that are one of a few words.</summary>
internal static class Words
{
    public static OpenApiSchema Of(IEnumerable<string> words) =>
        new() { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] };

    public static OpenApiSchema Of(Type enumeration) => Of(Enum.GetValues(enumeration).Cast<Enum>().Select(WireNames.NameOf));

    /// <summary>The reference, or none of its words.</summary>
    public static OpenApiSchema OrNull(OpenApiSchemaReference words) =>
        new() { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, words] };

    /// <summary>Words that no enumeration has, under a name of their own.</summary>
    public static OpenApiSchemaReference Refer(string name, IEnumerable<string> words, OpenApiDocument document)
    {
        document.AddComponent(name, Of(words));
        return new OpenApiSchemaReference(name, document);
    }

    /// <summary>Names the words of the enumeration once for the whole document, so that generated clients have one type for them.</summary>
    public static OpenApiSchemaReference Refer(Type enumeration, OpenApiDocument document)
    {
        document.AddComponent(enumeration.Name, Of(enumeration));
        return new OpenApiSchemaReference(enumeration.Name, document);
    }
}
