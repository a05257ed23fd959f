using System.Reflection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence;

/// <summary>Every SQL text of the system that is bound to its rows.</summary>
internal static class SqlTexts
{
    public static readonly IReadOnlyList<FieldInfo> All =
    [
        .. new[] { typeof(IReadDb).Assembly, typeof(PanelDb).Assembly, typeof(VpsPanel.WebApi.Http.ErrorBody).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(Sql<,>)),
    ];

    public static FieldInfo Get(string name) => All.Single(text => Name(text) == name);

    public static string Name(FieldInfo field) => $"{field.DeclaringType!.FullName!.Replace("VpsPanel.", "")}.{field.Name}";

    public static string TextOf(FieldInfo field) => (string)((dynamic)field.GetValue(null)!).Text;

    /// <summary>Arguments that are as plain as possible: the texts shall parse and map, not find anything.</summary>
    public static object Sample(Type type)
    {
        if (type == typeof(NoArgs))
            return NoArgs.Value;

        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .OrderByDescending(candidate => candidate.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => SampleValue(parameter))]);
    }

    private static object? SampleValue(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(string))
            return new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable ? null : "x";
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.UnixEpoch;
        if (parameter.Name == "Take")
            return 1;

        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }
}
