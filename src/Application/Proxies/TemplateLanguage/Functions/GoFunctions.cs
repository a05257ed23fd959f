using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>What Go's text/template has itself; every set has them.</summary>
internal static class GoFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        new("and", "value value…", (_, args) => args[^1], StopsAt: false),
        new("or", "value value…", (_, args) => args[^1], StopsAt: true),
        new("not", "value", (_, args) => !Truth.Of(args[0])),
        new("eq", "value value value…", (call, args) => args.Skip(1).Any(other => Comparison.AreEqual(call, args[0], other))),
        new("ne", "value value", (call, args) => !Comparison.AreEqual(call, args[0], args[1])),
        new("lt", "value value", (call, args) => Comparison.Order(call, args) is < 0),
        new("le", "value value", (call, args) => Comparison.Order(call, args) is <= 0),
        new("gt", "value value", (call, args) => Comparison.Order(call, args) is > 0),
        new("ge", "value value", (call, args) => Comparison.Order(call, args) is >= 0),
        new("len", "value", ListFunctions.Length),
        new("index", "value key…", ListFunctions.Index),
        new("slice", "value [from] [to] [most]", ListFunctions.Slice),
        new("print", "value…", TextFunctions.Sprint),
        new("printf", "format value…", Printf.Format),
        new("println", "value…", TextFunctions.Sprintln),
        new("html", "value…", TextFunctions.Html),
        new("js", "value…", TextFunctions.Script),
        new("urlquery", "value…", TextFunctions.Query),
    ];
}
