using System.Diagnostics;

namespace VpsPanel.Benchmarks;

/// <summary>A background job that only says when it began. One at a time.</summary>
public static class BareJob
{
    private static TaskCompletionSource<long> _started = new();

    /// <summary>The timestamp of the next start.</summary>
    public static Task<long> Expect() => (_started = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public static void Run() => _started.TrySetResult(Stopwatch.GetTimestamp());
}
