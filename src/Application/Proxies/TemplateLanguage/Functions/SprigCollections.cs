using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

internal static class SprigCollections
{
    /// <summary>Key, value, key, value; a last key without a value has an empty text.</summary>
    public static object Dictionary(CallSite call, IReadOnlyList<object?> args)
    {
        var map = new MadeMap();
        for (var at = 0; at < args.Count; at += 2)
        {
            call.Run.SpendEntries(call.At, 1);
            map[call.Printed(args[at])] = at + 1 < args.Count ? args[at + 1] : "";
        }

        return map;
    }

    /// <summary>Changes the map and gives it back.</summary>
    public static object Set(CallSite call, IReadOnlyList<object?> args)
    {
        if (call.Map(args[0]) is not MadeMap map)
            throw call.Fail("only a map that dict made can be changed");

        call.Run.SpendEntries(call.At, 1);
        map[call.Text(args[1])] = args[2];
        return map;
    }

    /// <summary>Of all the maps, each map's in order.</summary>
    public static object Keys(CallSite call, IReadOnlyList<object?> args) =>
        call.MadeList(args.SelectMany(map => ValueText.Sorted(call.Map(map))).Select(entry => entry.Key));

    public static object? Choose(CallSite call, IReadOnlyList<object?> args) => args[2] is bool condition
        ? condition ? args[0] : args[1]
        : throw call.Fail($"expected bool; got {ValueText.TypeOf(args[2])}");

    /// <summary>As text, by the bytes; what is no list is a list of one.</summary>
    public static object Sort(CallSite call, IReadOnlyList<object?> args) =>
        call.MadeList(SprigText.Texts(call, args[0]).Order(GoText.Order));

    /// <summary>Each value where it stood first.</summary>
    public static object Distinct(CallSite call, IReadOnlyList<object?> args)
    {
        var kept = new List<object?>();
        foreach (var item in call.List(args[0]))
        {
            call.Run.SpendEntries(call.At, 1);
            if (!kept.Exists(known => AreSame(call, known, item, 0)))
                kept.Add(item);
        }

        return kept;
    }

    /// <summary>The same value of the same type, all the way down.</summary>
    private static bool AreSame(CallSite call, object? one, object? other, int depth)
    {
        call.Run.Spend(call.At);
        call.Run.CheckDepth(call.At, depth);
        return (one, other) switch
        {
            (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) => ReferenceEquals(a, b)
                || (a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var value) && AreSame(call, entry.Value, value, depth + 1))),
            (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => ReferenceEquals(a, b)
                || (a.Count == b.Count && a.Zip(b).All(pair => AreSame(call, pair.First, pair.Second, depth + 1))),
            _ => Equals(one, other),
        };
    }
}
