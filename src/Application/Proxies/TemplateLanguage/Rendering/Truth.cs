namespace VpsPanel.Application.Proxies.TemplateLanguage.Rendering;

internal static class Truth
{
    /// <summary>False, 0, nothing, and whatever is empty are false.</summary>
    public static bool Of(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        long whole => whole != 0,
        double number => number != 0,
        decimal number => number != 0,
        string text => text.Length > 0,
        IReadOnlyDictionary<string, object?> map => map.Count > 0,
        IReadOnlyList<object?> list => list.Count > 0,
        _ => true,
    };
}
