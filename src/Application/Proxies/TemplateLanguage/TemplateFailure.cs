using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Proxies.TemplateLanguage;

/// <summary>
/// Leaves the recursion of parser and interpreter, and never this folder: <see cref="Template"/> turns it into an error.
/// </summary>
internal sealed class TemplateFailure(string code, int at, string message) : Exception(message)
{
    private const string SyntaxCode = "template.syntax";
    private const string RenderCode = "template.render";
    private const string LimitCode = "template.limit";

    public static TemplateFailure Syntax(int at, string message) => new(SyntaxCode, at, message);

    public static TemplateFailure Render(int at, string message) => new(RenderCode, at, message);

    public static TemplateFailure Limit(int at, string message) => new(LimitCode, at, message);

    public Error ToError(string template)
    {
        var before = template.AsSpan(0, Math.Min(at, template.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return new Error(ErrorKind.Validation, code, $"line {line}, column {column}: {Message}")
        {
            Details = new Dictionary<string, string[]> { ["line"] = [$"{line}"], ["column"] = [$"{column}"] },
        };
    }
}
