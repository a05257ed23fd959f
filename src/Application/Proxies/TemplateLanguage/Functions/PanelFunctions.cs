using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>This service's own set: the text that a function works on comes first.</summary>
internal static class PanelFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        new("upper", "text", TextFunctions.Upper),
        new("lower", "text", TextFunctions.Lower),
        new("title", "text", TextFunctions.Title),
        new("trim", "text", (call, args) => call.Made(call.Text(args[0]).Trim())),
        new("trimPrefix", "text prefix", TextFunctions.TrimPrefix, TextFirst: true),
        new("trimSuffix", "text suffix", TextFunctions.TrimSuffix, TextFirst: true),
        new("replace", "text old new", TextFunctions.Replace, TextFirst: true),
        new("split", "text separator", TextFunctions.Split, TextFirst: true),
        new("join", "list separator", TextFunctions.Join, TextFirst: true),
        new("b64enc", "text", TextFunctions.Base64Encode),
        new("b64dec", "text", TextFunctions.Base64Decode),
        new("toJSON", "value", (call, args) => call.Made(GoJson.Of(args[0], call.Run, call.At, indented: true))),
        new("default", "fallback value", (_, args) => Truth.Of(args[1]) ? args[1] : args[0]),
        new("now", "", TextFunctions.Now),
        new("add", "number number number…", Arithmetic.Add),
        new("sub", "number number", Arithmetic.Subtract),
        new("mul", "number number number…", Arithmetic.Multiply),
        new("div", "number number", Arithmetic.Divide),
        new("mod", "number number", Arithmetic.Modulo),
        new("min", "number number…", Arithmetic.Least),
        new("max", "number number…", Arithmetic.Greatest),
        new("round", "number [decimals]", Arithmetic.Round),
        new("floor", "number", Arithmetic.Floor),
        new("ceil", "number", Arithmetic.Ceiling),
        new("int", "value", Arithmetic.ToWhole),
        new("float64", "value", Arithmetic.ToFloat),
    ];
}
