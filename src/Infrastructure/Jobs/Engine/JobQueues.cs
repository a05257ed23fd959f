namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>PostgreSQL hands queues out by name, so what is short and rare comes before what is long and many.</summary>
internal static class JobQueues
{
    public const string Maintenance = "maintenance";
    public const string Provisioning = "provisioning";

    public static string[] All { get; } = [Maintenance, Provisioning];
}
