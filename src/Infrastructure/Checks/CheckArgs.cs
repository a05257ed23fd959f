namespace VpsPanel.Infrastructure.Checks;

/// <summary>How many lines a check asks for.</summary>
public sealed record CheckArgs(int Take)
{
    public const int Most = 100;
}
