namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>The patterns of one rendering: a loop over a thousand nodes compiles its pattern once.</summary>
internal sealed class PatternCache
{
    private const int StepsPerCharacter = 32;

    private readonly Dictionary<string, CompiledPattern?> _known = new(StringComparer.Ordinal);

    /// <summary>Null for what is no pattern.</summary>
    public CompiledPattern? Find(CallSite call, string pattern)
    {
        if (_known.TryGetValue(pattern, out var known))
            return known;

        call.Run.SpendEntries(call.At, pattern.Length * StepsPerCharacter);
        try
        {
            return _known[pattern] = GoPattern.Compile(pattern);
        }
        catch (NotSupportedException refusal)
        {
            throw call.Fail($"{refusal.Message} is not supported");
        }
    }
}
