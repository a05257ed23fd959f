using VpsPanel.Domain.Proxies.TemplateLanguage;

namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>Everything that a template can call, by its function set.</summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, Function> Panel = Table(PanelFunctions.All);
    private static readonly Dictionary<string, Function> Sprig = Table(SprigFunctions.All);

    public static IReadOnlyDictionary<string, Function> Of(TemplateFunctions set) => set switch
    {
        TemplateFunctions.Panel => Panel,
        TemplateFunctions.Sprig => Sprig,
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "A set without functions."),
    };

    private static Dictionary<string, Function> Table(IEnumerable<Function> own) =>
        GoFunctions.All.Concat(own).ToDictionary(function => function.Name, StringComparer.Ordinal);
}
