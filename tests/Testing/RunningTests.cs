using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Sdk;

namespace VpsPanel.Testing;

/// <summary>Which test uses which service, so that what a service logs is held against the test that was running.</summary>
internal static class RunningTests
{
    private static readonly AsyncLocal<MethodInfo?> Current = new();
    private static readonly ConcurrentDictionary<ErrorLog, MethodInfo> Users = new();

    /// <summary>Called by a fixture whenever a test does something with it.</summary>
    public static void Note(ErrorLog log)
    {
        if (Current.Value is { } test)
            Users[log] = test;
    }

    public static string Using(ErrorLog log) => Users.TryGetValue(log, out var test)
        ? $"{test.ReflectedType?.Name}.{test.Name}"
        : "no test was running";

    public static void Begin(MethodInfo test)
    {
        Current.Value = test;
        foreach (var log in Of(test).ToList())
            Users[log] = test;
    }

    /// <summary>Tests of a class run one after the other, so its services are no other test's.</summary>
    public static IEnumerable<ErrorLog> Of(MethodInfo test) =>
        Users.Where(pair => pair.Value.ReflectedType == test.ReflectedType).Select(pair => pair.Key);

    public static void Forget(ErrorLog log) => Users.TryRemove(log, out _);
}

/// <summary>For a whole assembly of tests: a test during which its service logged an unexpected error has failed.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UnexpectedErrorsFailAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest) => RunningTests.Begin(methodUnderTest);

    public override void After(MethodInfo methodUnderTest)
    {
        foreach (var log in RunningTests.Of(methodUnderTest))
            log.ThrowIfAny();
    }
}
