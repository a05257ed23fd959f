namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>The answer of a route that tries whether another system can be reached. A failure is a refusal that names its class.</summary>
/// <param name="Ok">Always true.</param>
public sealed record Reachable(bool Ok)
{
    public static Reachable Yes { get; } = new(true);
}
