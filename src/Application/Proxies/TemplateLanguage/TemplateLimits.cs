namespace VpsPanel.Application.Proxies.TemplateLanguage;

/// <summary>What a template may cost. Whatever its author writes, it ends within these bounds with an output or with an error.</summary>
public sealed record TemplateLimits
{
    public static TemplateLimits Default { get; } = new();

    /// <summary>Length of the template in characters.</summary>
    public int Size { get; init; } = 256 * 1024;

    /// <summary>Nesting of blocks, parentheses and of the values that are printed.</summary>
    public int Depth { get; init; } = 100;

    /// <summary>Nodes visited, plus one for every 32 characters or list entries that are worked on.</summary>
    public long Steps { get; init; } = 1_000_000;

    /// <summary>UTF-8 bytes of the output; no value on the way there may be longer either.</summary>
    public int OutputBytes { get; init; } = 1024 * 1024;

    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(2);
}
