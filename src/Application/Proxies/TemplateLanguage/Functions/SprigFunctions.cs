using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>
/// Functions of the sprig library with its argument order: the text or list that a function works on comes last, so that it can be piped.
/// </summary>
internal static class SprigFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        new("lower", "text", TextFunctions.Lower),
        new("upper", "text", TextFunctions.Upper),
        new("title", "text", TextFunctions.Title),
        new("trim", "text", (call, args) => call.Made(call.Text(args[0]).Trim())),
        new("quote", "value…", SprigText.Quote),
        new("hasPrefix", "prefix text", (call, args) => call.Text(args[1]).StartsWith(call.Text(args[0]), StringComparison.Ordinal)),
        new("hasSuffix", "suffix text", (call, args) => call.Text(args[1]).EndsWith(call.Text(args[0]), StringComparison.Ordinal)),
        new("contains", "part text", (call, args) => call.Text(args[1]).Contains(call.Text(args[0]), StringComparison.Ordinal)),
        new("trimPrefix", "prefix text", (call, args) => TextFunctions.TrimPrefix(call, [args[1], args[0]])),
        new("trimSuffix", "suffix text", (call, args) => TextFunctions.TrimSuffix(call, [args[1], args[0]])),
        new("replace", "old new text", (call, args) => TextFunctions.Replace(call, [args[2], args[0], args[1]])),
        new("trunc", "length text", SprigText.Truncate),
        new("indent", "blanks text", (call, args) => SprigText.Indent(call, args, "")),
        new("nindent", "blanks text", (call, args) => SprigText.Indent(call, args, "\n")),
        new("split", "separator text", SprigText.Split),
        new("splitList", "separator text", (call, args) => TextFunctions.Split(call, [args[1], args[0]])),
        new("join", "separator list", SprigText.Join),
        new("regexMatch", "pattern text", SprigText.Matches),
        new("regexReplaceAll", "pattern text replacement", SprigText.ReplaceMatches),
        new("b64enc", "text", TextFunctions.Base64Encode),
        new("b64dec", "text", TextFunctions.Base64Decode),
        new("toJson", "value", (call, args) => call.Made(GoJson.Of(args[0], call.Run, call.At, indented: false))),
        new("list", "value…", (call, args) => call.MadeList(args)),
        new("append", "list value", (call, args) => call.MadeList(call.List(args[0]).Append(args[1]))),
        new("first", "list", (call, args) => call.List(args[0]) is [var first, ..] ? first : null),
        new("last", "list", (call, args) => call.List(args[0]) is [.., var last] ? last : null),
        new("uniq", "list", SprigCollections.Distinct),
        new("sortAlpha", "list", SprigCollections.Sort),
        new("dict", "value…", SprigCollections.Dictionary),
        new("get", "map key", (call, args) => call.Map(args[0]).TryGetValue(call.Text(args[1]), out var found) ? found : ""),
        new("set", "map key value", SprigCollections.Set),
        new("hasKey", "map key", (call, args) => call.Map(args[0]).ContainsKey(call.Text(args[1]))),
        new("keys", "map…", SprigCollections.Keys),
        new("values", "map", (call, args) => call.MadeList(ValueText.Sorted(call.Map(args[0])).Select(entry => entry.Value))),
        new("default", "fallback value…", (_, args) => args.Count > 1 && Truth.Of(args[1]) ? args[1] : args[0]),
        new("empty", "value", (_, args) => !Truth.Of(args[0])),
        new("coalesce", "value…", (_, args) => args.FirstOrDefault(Truth.Of)),
        new("ternary", "then else condition", SprigCollections.Choose),
        new("int", "value", (call, args) => SprigNumbers.Whole(call, args[0])),
        new("int64", "value", (call, args) => SprigNumbers.Whole(call, args[0])),
        new("float64", "value", (call, args) => SprigNumbers.Floating(call, args[0])),
        new("add", "number…", (call, args) => args.Aggregate(0L, (sum, next) => sum + SprigNumbers.Whole(call, next))),
        new("sub", "number number", (call, args) => SprigNumbers.Whole(call, args[0]) - SprigNumbers.Whole(call, args[1])),
        new("mul", "number number…", (call, args) => args.Aggregate(1L, (product, next) => product * SprigNumbers.Whole(call, next))),
        new("div", "number number", SprigNumbers.Divide),
        new("mod", "number number", SprigNumbers.Modulo),
        new("addf", "number…", SprigNumbers.AddExactly),
        new("divf", "number number…", SprigNumbers.DivideExactly),
        new("max", "number number…", (call, args) => args.Max(next => SprigNumbers.Whole(call, next))),
        new("min", "number number…", (call, args) => args.Min(next => SprigNumbers.Whole(call, next))),
        new("round", "number decimals [from]", SprigNumbers.Round),
        new("now", "", (call, _) => call.Run.Clock.GetUtcNow()),
        new("date", "layout time", (call, args) => call.Made(GoTime.Format(SprigNumbers.Instant(call, args[1]), call.Text(args[0])))),
        new("unixEpoch", "time", (call, args) => call.Printed(SprigNumbers.Instant(call, args[0]).ToUnixTimeSeconds())),
    ];
}
