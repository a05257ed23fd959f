using System.Reflection;
using AutoMapper;
using AutoMapper.Configuration;

namespace VpsPanel.Application;

/// <summary>The maps of one feature, from aggregates to what commands answer.</summary>
internal abstract class Maps : Profile, IProfileConfiguration
{
    // AutoMapper 8 tries the methods of Enumerable on every record, and the newer ones have constraints that no record meets.
    IEnumerable<MethodInfo> IProfileConfiguration.SourceExtensionMethods => [];
}

/// <summary>All maps of this assembly.</summary>
internal sealed class AllMaps : MapperConfigurationExpression, IProfileConfiguration
{
    public AllMaps()
    {
        foreach (var maps in typeof(AllMaps).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Maps))))
            AddProfile(maps);
    }

    /// <inheritdoc cref="Maps"/>
    IEnumerable<MethodInfo> IProfileConfiguration.SourceExtensionMethods => [];
}
