using AutoMapper;

namespace VpsPanel.Application;

/// <summary>The maps of one feature, from aggregates to what commands answer.</summary>
internal abstract class Maps : Profile;

/// <summary>All maps of this assembly.</summary>
internal static class AllMaps
{
    public static MapperConfiguration Configure() => new(expression =>
    {
        foreach (var maps in typeof(AllMaps).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Maps))))
            expression.AddProfile(maps);
    });
}
