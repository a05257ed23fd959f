using System.Text.Json;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.TemplateLanguage;
using VpsPanel.Domain.Proxies.Templates;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>An edition of a template, ready to render.</summary>
internal sealed record PublishedTemplate(
    long Id, string Name, string ClientType, bool IsDefault, int Version, TemplateFormat Format, string Variables, Template Parsed)
{
    // Profiles with thousands of proxies are larger than mails.
    private static readonly TemplateLimits Limits = new() { Steps = 10_000_000, OutputBytes = 8 * 1024 * 1024 };

    public string ContentType => Format switch
    {
        TemplateFormat.Json => "application/json",
        TemplateFormat.Yaml => "text/yaml; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };

    public static Result<Template> Parse(string content, TemplateFunctions functions = TemplateFunctions.Panel) => Template.Parse(content, Limits, functions);

    /// <summary>Refuses with the place in the template, or names the variable that is missing or of another type.</summary>
    public Result<string> Render(Dictionary<string, object?> context, TimeProvider clock)
    {
        if (TemplateVariables.Apply(Variables, context) is { } fault)
            return fault;

        var rendered = Parsed.Render(context, RenderMode.Text, clock);
        return rendered.IsSuccess && Format == TemplateFormat.Json && FindJsonError(rendered.Value) is { } broken ? broken : rendered;
    }

    private static Error? FindJsonError(string output)
    {
        try
        {
            using var json = JsonDocument.Parse(output);
            return null;
        }
        catch (JsonException error)
        {
            var (line, column) = ((error.LineNumber ?? 0) + 1, (error.BytePositionInLine ?? 0) + 1);
            return new Error(ErrorKind.Validation, "template.output", $"line {line}, column {column} of the output: this is no JSON")
            {
                Details = new Dictionary<string, string[]> { ["line"] = [$"{line}"], ["column"] = [$"{column}"] },
            };
        }
    }
}
