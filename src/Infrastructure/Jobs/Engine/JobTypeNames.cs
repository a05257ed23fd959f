using Hangfire;
using Hangfire.Common;
using VpsPanel.Infrastructure.Jobs.Lanes;
using VpsPanel.Infrastructure.Jobs.Provisioning;
using VpsPanel.Infrastructure.Jobs.Tasks;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>
/// What a stored job is called. A class may be renamed or moved while its jobs wait in the database, and they must still be found.
/// </summary>
internal static class JobTypeNames
{
    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["provisioning"] = typeof(ProvisioningJob),
        ["scheduled-task"] = typeof(ScheduledTaskJob),
        ["sentinel"] = typeof(SentinelJob),
        ["drain-lane"] = typeof(DrainLaneJob),
    };

    private static readonly Dictionary<Type, string> Names = Types.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>For the whole process: the engine has no place for it elsewhere.</summary>
    public static void Use() => GlobalConfiguration.Configuration
        .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
        .UseTypeSerializer(type => Names.GetValueOrDefault(type) ?? TypeHelper.SimpleAssemblyTypeSerializer(type))
        .UseTypeResolver(name => Types.GetValueOrDefault(name) ?? TypeHelper.IgnoredAssemblyVersionTypeResolver(name));
}
