using System.Text.Json;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Tests.Proxies.TemplateLanguage;

/// <summary>Renders a template with JSON for data; what comes back is the output or the code of the error.</summary>
internal static class TemplateSteps
{
    public static IReadOnlyDictionary<string, object?> Data { get; } = Read(
        """
        {
          "user": { "id": 7, "username": "ann", "email": "ann@example.com", "admin": true },
          "name": "Edge <HK>", "text": "a,b,c", "html": "<b>&\"'</b>", "empty": "", "blank": "  x  ", "unicode": "héllo 世界",
          "zero": 0, "one": 1, "two": 2, "neg": -42, "big": 9007199254740993, "pi": 3.14159, "half": 0.5, "whole": 2.0, "tiny": 0.00001,
          "huge": 1e21, "yes": true, "no": false, "nothing": null,
          "list": ["x", "y", "z"], "numbers": [3, 1, 2], "mixed": [1, "a", null, true], "none": [], "map": { "b": 2, "a": 1 }, "void": {},
          "nodes": [ { "name": "hk", "tags": ["fast", "asia"] }, { "name": "la", "tags": [] } ],
          "expression": "{{.user.email}}"
        }
        """);

    public static IReadOnlyDictionary<string, object?> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (IReadOnlyDictionary<string, object?>)TemplateData.From(document.RootElement)!;
    }

    public static Result<string> Run(string template, RenderMode mode = RenderMode.Text, TemplateLimits? limits = null)
    {
        var parsed = Template.Parse(template, limits);
        return parsed.IsSuccess ? parsed.Value.Render(Data, mode, TimeProvider.System) : parsed.Error;
    }

    public static string Render(string template, RenderMode mode = RenderMode.Text, TemplateLimits? limits = null)
    {
        var result = Run(template, mode, limits);
        return result.IsSuccess ? result.Value : result.Error.Code;
    }
}
