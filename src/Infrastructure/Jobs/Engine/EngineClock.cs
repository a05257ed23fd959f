namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>The clock that the job engine itself goes by: that of the machine, also where ours is another one.</summary>
internal static class EngineClock
{
    public static DateTime UtcNow => TimeProvider.System.GetUtcNow().UtcDateTime;
}
