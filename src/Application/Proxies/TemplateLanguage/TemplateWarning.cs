namespace VpsPanel.Application.Proxies.TemplateLanguage;

/// <summary>Something in a template that does what its author hardly meant.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public sealed record TemplateWarning(int Line, int Column, string Message)
{
    internal static TemplateWarning Of(string template, int at, string message)
    {
        var before = template.AsSpan(0, Math.Min(at, template.Length));
        return new TemplateWarning(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), message);
    }
}
