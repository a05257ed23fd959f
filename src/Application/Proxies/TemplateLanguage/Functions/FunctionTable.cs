using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>Everything that a template can call.</summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, Function> All = new[]
    {
        new Function("upper", 1, 1, (call, args) => call.Made(call.Text(args[0]).ToUpperInvariant())),
        new Function("lower", 1, 1, (call, args) => call.Made(call.Text(args[0]).ToLowerInvariant())),
        new Function("title", 1, 1, TextFunctions.Title),
        new Function("trim", 1, 1, (call, args) => call.Made(call.Text(args[0]).Trim())),
        new Function("trimPrefix", 2, 2, TextFunctions.TrimPrefix),
        new Function("trimSuffix", 2, 2, TextFunctions.TrimSuffix),
        new Function("replace", 3, 3, TextFunctions.Replace),
        new Function("split", 2, 2, TextFunctions.Split),
        new Function("join", 2, 2, TextFunctions.Join),
        new Function("b64enc", 1, 1, TextFunctions.Base64Encode),
        new Function("b64dec", 1, 1, TextFunctions.Base64Decode),
        new Function("html", 0, null, TextFunctions.Html),
        new Function("urlquery", 0, null, TextFunctions.Query),
        new Function("print", 0, null, TextFunctions.Sprint),
        new Function("println", 0, null, TextFunctions.Sprintln),
        new Function("printf", 1, null, Printf.Format),
        new Function("toJSON", 1, 1, (call, args) => call.Made(GoJson.Of(args[0], call.Run, call.At))),
        new Function("now", 0, 0, TextFunctions.Now),
        new Function("len", 1, 1, ListFunctions.Length),
        new Function("index", 1, null, ListFunctions.Index),
        new Function("slice", 1, 3, ListFunctions.Slice),
        new Function("default", 2, 2, (_, args) => Truth.Of(args[1]) ? args[1] : args[0]),
        new Function("and", 1, null, (_, args) => args[^1], StopsAt: false),
        new Function("or", 1, null, (_, args) => args[^1], StopsAt: true),
        new Function("not", 1, 1, (_, args) => !Truth.Of(args[0])),
        new Function("eq", 2, null, (call, args) => args.Skip(1).Any(other => Comparison.AreEqual(call, args[0], other))),
        new Function("ne", 2, 2, (call, args) => !Comparison.AreEqual(call, args[0], args[1])),
        new Function("lt", 2, 2, (call, args) => Comparison.Order(call, args) is < 0),
        new Function("le", 2, 2, (call, args) => Comparison.Order(call, args) is <= 0),
        new Function("gt", 2, 2, (call, args) => Comparison.Order(call, args) is > 0),
        new Function("ge", 2, 2, (call, args) => Comparison.Order(call, args) is >= 0),
    }.ToDictionary(function => function.Name);

    public static Function? Find(string name) => All.GetValueOrDefault(name);
}
