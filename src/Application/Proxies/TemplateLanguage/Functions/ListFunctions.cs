using VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

internal static class ListFunctions
{
    /// <summary>Of text in UTF-8 bytes, as in Go.</summary>
    public static object Length(CallSite call, IReadOnlyList<object?> args) => args[0] switch
    {
        string text => (long)GoText.ToBytes(text).Length,
        IReadOnlyDictionary<string, object?> map => (long)map.Count,
        IReadOnlyList<object?> list => (long)list.Count,
        _ => throw call.Fail($"{ValueText.TypeOf(args[0])} has no length"),
    };

    /// <summary>Follows one key or position after the other.</summary>
    public static object? Index(CallSite call, IReadOnlyList<object?> args)
    {
        var value = args[0] ?? throw call.Fail("index of untyped nil");
        foreach (var key in args.Skip(1))
        {
            call.Run.Spend(call.At);
            value = value switch
            {
                IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(call.Text(key)),
                IReadOnlyList<object?> list => list[Position(call, key, list.Count - 1)],
                string text => Octet(call, text, key),
                _ => throw call.Fail($"can't index {ValueText.TypeOf(value)}"),
            };
        }

        return value;
    }

    /// <summary>The part from one position up to another; a third bound only limits what could be appended in Go, and text takes none.</summary>
    public static object Slice(CallSite call, IReadOnlyList<object?> args)
    {
        if (args[0] is IReadOnlyList<object?> list)
        {
            var (from, to) = Bounds(call, args, list.Count);
            call.Run.SpendEntries(call.At, to - from);
            return list.Skip(from).Take(to - from).ToList();
        }

        var bytes = GoText.ToBytes(call.Text(args[0]));
        if (args.Count > 3)
            throw call.Fail("cannot 3-index slice a string");

        var (start, end) = Bounds(call, args, bytes.Length);
        return call.Made(GoText.FromBytes(bytes.AsSpan(start, end - start)));
    }

    private static long Octet(CallSite call, string text, object? key)
    {
        call.Run.Spend(call.At, text.Length);
        var bytes = GoText.ToBytes(text);
        return bytes[Position(call, key, bytes.Length - 1)];
    }

    private static (int From, int To) Bounds(CallSite call, IReadOnlyList<object?> args, int length)
    {
        var from = args.Count > 1 ? Position(call, args[1], length) : 0;
        var to = args.Count > 2 ? Position(call, args[2], length) : length;
        var most = args.Count > 3 ? Position(call, args[3], length) : length;
        return from <= to && to <= most ? (from, to) : throw call.Fail($"invalid slice: {from}, {to}, {most}");
    }

    private static int Position(CallSite call, object? key, int last)
    {
        var position = call.Whole(key);
        return position >= 0 && position <= last ? (int)position : throw call.Fail($"index out of range: {position}");
    }
}
