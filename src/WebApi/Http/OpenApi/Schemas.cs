using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using VpsPanel.Application.Engagement.Cms;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.WebApi.Http.OpenApi;

/// <summary>Describes what our own JSON converters read and write, which the generator cannot see.</summary>
internal static class Schemas
{
    // Carried by a schema to the end of the document's making, where references can be put in its place.
    private const string WordsOf = "words-of";

    // What a client sends or gets as a plain value; as components they would become classes of their own in generated clients.
    private static readonly HashSet<Type> PlainTypes =
        [typeof(Yuan), typeof(UnixSeconds), typeof(RawJson), typeof(Moment), typeof(System.Text.Json.JsonElement)];

    /// <summary>The name of the component that describes the type; null where it is described on the spot.</summary>
    public static string? NameOf(JsonTypeInfo type) =>
        PlainTypes.Contains(Nullable.GetUnderlyingType(type.Type) ?? type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    /// <summary>Gives the words of each enumeration a name of their own, and those that no enumeration has the name of their property.</summary>
    public static Task NameWords(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        foreach (var (owner, schema) in document.Components!.Schemas!.ToList())
        {
            foreach (var (name, property) in schema.Properties?.ToList() ?? [])
            {
                if (property is not OpenApiSchema { Metadata: { } notes } || !notes.TryGetValue(WordsOf, out var words))
                    continue;

                var named = words is Type enumeration
                    ? Words.Refer(enumeration, document)
                    : Words.Refer(owner + Parameters.Pascal(name), (IReadOnlyList<string>)words, document);
                schema.Properties![name] = property.Type?.HasFlag(JsonSchemaType.Null) == true ? Words.OrNull(named) : named;
            }
        }

        return Task.CompletedTask;
    }

    public static async Task Shape(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;

        // An element of raw JSON that was described by ItemsAre.
        if (type == typeof(System.Text.Json.JsonElement) && schema.Properties is { Count: > 0 })
            return;

        if (Plain(type) is { } plain)
        {
            var mayBeNull = context.JsonPropertyInfo is { } property
                ? property.IsGetNullable || property.IsSetNullable
                : type != context.JsonTypeInfo.Type;
            schema.Type = mayBeNull && plain.Type is not null ? plain.Type | JsonSchemaType.Null : plain.Type;
            schema.Format = plain.Format;
            schema.Pattern = null;
            schema.Enum = plain.Enum;
            schema.Description ??= plain.Description;

            // Null is JSON too, but generated clients take a value of no type for one that is always there.
            if (plain.Type is null && context.JsonPropertyInfo is not null)
                schema.OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, plain];
        }

        Fill(schema, type);
        Declared(schema, context);
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(ItemsAreAttribute), inherit: false) is [ItemsAreAttribute items])
            schema.Items = await context.GetOrCreateSchemaAsync(items.Type, null, ct);

        // What may be null may also be left out of a request; everything else is there.
        if (schema.Properties is { Count: > 0 })
        {
            schema.Required = context.JsonTypeInfo.Properties
                .Where(member => !member.IsGetNullable && !member.IsSetNullable && Nullable.GetUnderlyingType(member.PropertyType) is null)
                .Select(member => member.Name).Where(schema.Properties.ContainsKey).ToHashSet();
        }
    }

    /// <summary>What the type or the property says of itself by attributes.</summary>
    private static void Declared(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var source = context.JsonPropertyInfo is { } property ? property.AttributeProvider : context.JsonTypeInfo.Type;
        foreach (var attribute in source?.GetCustomAttributes(inherit: false) ?? [])
        {
            if (attribute is WordsOfAttribute words)
                (schema.Metadata ??= new Dictionary<string, object>())[WordsOf] = words.Enumeration;
            else if (attribute is WordsAttribute listed)
                (schema.Metadata ??= new Dictionary<string, object>())[WordsOf] = listed.Words;
        }
    }

    /// <summary>The generator leaves the elements blank that a converter of ours writes.</summary>
    private static void Fill(OpenApiSchema schema, Type type)
    {
        if (schema.Type is { } kind && kind.HasFlag(JsonSchemaType.Array) && schema.Items is null && ElementOf(type) is { } element)
            schema.Items = Plain(element);

        if (schema.AdditionalProperties is OpenApiSchema value && ElementOf(type)?.GetGenericArguments() is [_, var valueType])
            Fill(value, valueType);
    }

    private static Type? ElementOf(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];

    private static OpenApiSchema? Plain(Type type)
    {
        if (type.IsEnum)
        {
            return Words.Of(type);
        }

        if (type == typeof(Yuan))
            return new OpenApiSchema { Type = JsonSchemaType.Number, Format = "decimal", Description = "Yuan with at most two decimals." };

        if (type == typeof(UnixSeconds))
            return new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "Unix seconds; 0 for never." };

        if (type == typeof(RawJson) || type == typeof(System.Text.Json.JsonElement))
            return new OpenApiSchema { Description = "Any JSON." };

        if (type == typeof(Moment))
            return new OpenApiSchema { Type = JsonSchemaType.String, Description = "A date-time, or an empty text for none." };

        if (type == typeof(DateTimeOffset))
            return new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" };

        return System.Type.GetTypeCode(type) switch
        {
            TypeCode.String => new OpenApiSchema { Type = JsonSchemaType.String },
            TypeCode.Boolean => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            TypeCode.Int32 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            TypeCode.Int64 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            TypeCode.Double => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" },
            TypeCode.Decimal => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "decimal" },
            _ => null,
        };
    }
}
