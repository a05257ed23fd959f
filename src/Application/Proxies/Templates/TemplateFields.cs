using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.TemplateLanguage;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Templates;

/// <summary>A template's form. What is missing keeps its value, or is the default of a new template.</summary>
/// <param name="ClientType">Read for a new template only.</param>
/// <param name="Functions">Which functions the content calls; <c>panel</c> for a new template.</param>
public sealed record TemplateFields(
    string? Name = null,
    string? Description = null,
    string? ClientType = null,
    [property: WordsOf(typeof(TemplateFormat))] string? Format = null,
    [property: WordsOf(typeof(TemplateFunctions))] string? Functions = null,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Content = null,
    IReadOnlyDictionary<string, TemplateVariable?>? Variables = null,
    bool? IsDefault = null)
{
    internal Result<TemplateDraft> Over(SubscriptionTemplate? template)
    {
        if (ReadFormat(template) is not { } format)
            return Error.Validation("format", $"format must be one of {string.Join(", ", WireNames.All<TemplateFormat>())}");

        if (ReadFunctions(template) is not { } functions)
            return Error.Validation("functions", $"functions must be one of {string.Join(", ", WireNames.All<TemplateFunctions>())}");

        var variables = Variables is null ? template?.Variables ?? "{}" : TemplateVariables.Write(Variables);
        return variables.IsSuccess
            ? new TemplateDraft(
                Name ?? template?.Name ?? "",
                Description ?? template?.Description ?? "",
                format,
                Content ?? template?.Content ?? "",
                variables.Value,
                functions)
            : variables.Error;
    }

    private TemplateFunctions? ReadFunctions(SubscriptionTemplate? template)
    {
        if (Functions is null)
            return template?.Functions ?? TemplateFunctions.Panel;

        return WireNames.TryParse<TemplateFunctions>(Functions.Trim().ToLowerInvariant(), out var functions) ? functions : null;
    }

    /// <summary>A blank one is the default of a new template and a mistake in a change.</summary>
    private TemplateFormat? ReadFormat(SubscriptionTemplate? template) => Format?.Trim().ToLowerInvariant() switch
    {
        null => template?.Format ?? TemplateFormat.GoTemplate,
        "" => template is null ? TemplateFormat.GoTemplate : null,
        "gotemplate" or "text/template" => TemplateFormat.GoTemplate,
        var name => WireNames.TryParse<TemplateFormat>(name, out var format) ? format : null,
    };
}
