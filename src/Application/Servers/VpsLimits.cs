namespace VpsPanel.Application.Servers;

/// <summary>Bounds of what admins type in.</summary>
internal static class VpsLimits
{
    public const int MaxSize = 1_000_000;
    public const int MaxPorts = 65_535;
    public const int MaxSpec = 10_000;
    public const int MaxUrl = 1000;
    public const int MaxReason = 500;
    public const long MaxPriceCents = 1_000_000_000;

    public static DateTimeOffset Earliest { get; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Latest { get; } = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
