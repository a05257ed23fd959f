using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;
using VpsPanel.Application.Proxies.TemplateLanguage.Syntax;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.TemplateLanguage;

namespace VpsPanel.Application.Proxies.TemplateLanguage;

/// <summary>
/// A parsed template in a subset of Go's text/template: fields, pipelines, if, with, range, variables, define, and a fixed set of functions.
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

    /// <summary>What was probably meant otherwise.</summary>
    public IReadOnlyList<TemplateWarning> Warnings => [.. _parsed.Warnings.Select(warning => TemplateWarning.Of(_text, warning.At, warning.Message))];

    /// <summary>Refuses with <c>template.syntax</c> or <c>template.limit</c>; the details hold line and column.</summary>
    public static Result<Template> Parse(
        string text, TemplateLimits? limits = null, TemplateFunctions functions = TemplateFunctions.Panel)
    {
        limits ??= TemplateLimits.Default;
        try
        {
            return new Template(text, BlockParser.Parse(text, limits, functions), limits);
        }
        catch (TemplateFailure failure)
        {
            return failure.ToError(text);
        }
    }

    /// <summary>
    /// Refuses with <c>template.render</c> or <c>template.limit</c>; the details hold line and column. In text mode the output can hold
    /// bytes that are no UTF-8: <see cref="GoText.ToBytes(string)"/> gives them.
    /// </summary>
    public Result<string> Render(IReadOnlyDictionary<string, object?> data, RenderMode mode, TimeProvider clock)
    {
        try
        {
            var run = new Run(_limits, mode, clock);
            var output = new Output(run);
            new Interpreter(run, output, _parsed.Defined, _parsed.Body.Slots, data).Render(_parsed.Body.Nodes);
            return output.ToString();
        }
        catch (TemplateFailure failure)
        {
            return failure.ToError(_text);
        }
    }
}
