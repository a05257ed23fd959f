using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Proxies.Templates;

/// <summary>What a template says of a value that it uses.</summary>
/// <param name="ValueType"><c>string</c>, <c>number</c>, <c>integer</c>, <c>boolean</c>, <c>object</c>, <c>array</c> or <c>any</c>.</param>
public sealed record TemplateVariable(
    [property: Words("any", "string", "number", "integer", "boolean", "object", "array")] string? ValueType, bool? Required, string? Description, RawJson? DefaultValue);
