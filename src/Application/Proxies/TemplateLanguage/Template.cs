using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;
using VpsPanel.Application.Proxies.TemplateLanguage.Syntax;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Proxies.TemplateLanguage;

/// <summary>
/// A parsed template in a subset of Go's text/template: fields, pipelines, if, with, range, variables, and a fixed set of functions.
/// It reads nothing but the given values and can call nothing of the host; text in the values is printed, never evaluated.
/// </summary>
/// <remarks>
/// Values are strings, longs, doubles, decimals, booleans, null, lists (<c>IReadOnlyList&lt;object?&gt;</c>) and maps
/// (<c>IReadOnlyDictionary&lt;string, object?&gt;</c>). Where Go tells a missing key from a null one, both are missing here.
/// </remarks>
public sealed class Template
{
    private readonly string _text;
    private readonly ParsedTemplate _parsed;
    private readonly TemplateLimits _limits;

    private Template(string text, ParsedTemplate parsed, TemplateLimits limits)
    {
        _text = text;
        _parsed = parsed;
        _limits = limits;
    }

    /// <summary>Refuses with <c>template.syntax</c> or <c>template.limit</c>; the details hold line and column.</summary>
    public static Result<Template> Parse(string text, TemplateLimits? limits = null)
    {
        limits ??= TemplateLimits.Default;
        try
        {
            return new Template(text, BlockParser.Parse(text, limits), limits);
        }
        catch (TemplateFailure failure)
        {
            return failure.ToError(text);
        }
    }

    /// <summary>Refuses with <c>template.render</c> or <c>template.limit</c>; the details hold line and column.</summary>
    public Result<string> Render(IReadOnlyDictionary<string, object?> data, RenderMode mode, TimeProvider clock)
    {
        try
        {
            return new Interpreter(new Run(_limits, mode, clock), _parsed.Slots, data).Render(_parsed.Nodes);
        }
        catch (TemplateFailure failure)
        {
            return failure.ToError(_text);
        }
    }
}
