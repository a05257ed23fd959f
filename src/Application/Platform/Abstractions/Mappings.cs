using System.Reflection;
using AutoMapper;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Abstractions;

/// <summary>
/// The maps of one feature, from an aggregate to the flat answer of a command, member by member. An answer that takes more than one source
/// or has parts of its own is written as a plain function instead: a map around a function would check nothing.
/// </summary>
internal abstract class Mappings : Profile;

/// <summary>All maps of this assembly.</summary>
internal static class AllMappings
{
    public static MapperConfiguration Configure() => new(expression =>
    {
        expression.CreateMap<DateTimeOffset, UnixSeconds>().ConvertUsing(instant => UnixSeconds.Of(instant));
        expression.CreateMap<Money, Yuan>().ConvertUsing(money => Yuan.Of(money));
        foreach (var type in typeof(Money).Assembly.GetTypes().Where(type => type is { IsValueType: true, IsGenericType: false }))
        {
            if (type.IsEnum)
                Call(nameof(AddWord), type, expression);
            else if (type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>)))
                Call(nameof(AddNumber), type, expression);
        }

        foreach (var maps in typeof(AllMappings).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Mappings))))
            expression.AddProfile(maps);
    });

    private static void Call(string method, Type type, IProfileExpression expression) =>
        typeof(AllMappings).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [expression]);

    /// <summary>An enumeration is its word outside.</summary>
    private static void AddWord<TEnum>(IProfileExpression expression)
        where TEnum : struct, Enum => expression.CreateMap<TEnum, string>().ConvertUsing(value => WireNames.Of(value));

    /// <summary>An id is a plain number outside.</summary>
    private static void AddNumber<TId>(IProfileExpression expression)
        where TId : struct, IId<TId> => expression.CreateMap<TId, long>().ConvertUsing(id => id.Value);
}
