using AutoMapper;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>The maps of one feature, from aggregates to what commands answer.</summary>
internal abstract class Mappings : Profile;

/// <summary>All maps of this assembly.</summary>
internal static class AllMappings
{
    public static MapperConfiguration Configure() => new(expression =>
    {
        foreach (var maps in typeof(AllMappings).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Mappings))))
            expression.AddProfile(maps);
    });
}
