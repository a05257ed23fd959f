using System.Collections.Concurrent;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Functional.Tests.Platform.Jobs;

public static class TestTaskSettings
{
    public static readonly Setting<TaskSchedule> Second = TaskSchedules.Every("test_second", 1, "A task for tests.");

    public static readonly Setting<TaskSchedule> Daily = TaskSchedules.Daily("test_daily", "00:00", "A daily task for tests.");

    public static readonly Setting<TaskSchedule> Minutely = TaskSchedules.Every("test_minutely", 60, "A task for tests.");

    public static readonly Setting<TaskSchedule> Failing = TaskSchedules.Every("test_failing", 1, "A failing task for tests.");
}

/// <summary>What the tasks of all nodes in this process did, by node.</summary>
public sealed class TaskWitness
{
    private static int _inside;

    public static ConcurrentBag<int> Passes { get; } = [];

    public static int MostAtOnce { get; private set; }

    public static async Task Pass(int node)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _inside));
        await Task.Delay(30);
        Interlocked.Decrement(ref _inside);
        Passes.Add(node);
    }
}

internal sealed class SecondTask : IScheduledTask
{
    public string Name => "Second";

    public string Description => "Runs every second.";

    public Setting<TaskSchedule> Schedule => TestTaskSettings.Second;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        await TaskWitness.Pass(0);
        return Result.Success;
    }
}

internal sealed class MinutelyTask : IScheduledTask
{
    public string Name => "Minutely";

    public string Description => "Runs once a minute.";

    public Setting<TaskSchedule> Schedule => TestTaskSettings.Minutely;

    public Task<Result> RunOnce(CancellationToken ct) => Task.FromResult(Result.Success);
}

internal sealed class DailyTask : IScheduledTask
{
    public string Name => "Daily";

    public string Description => "Runs once a day.";

    public Setting<TaskSchedule> Schedule => TestTaskSettings.Daily;

    public Task<Result> RunOnce(CancellationToken ct) => Task.FromResult(Result.Success);
}

internal sealed class FailingTask : IScheduledTask
{
    public string Name => "Failing";

    public string Description => "Always fails.";

    public Setting<TaskSchedule> Schedule => TestTaskSettings.Failing;

    public Task<Result> RunOnce(CancellationToken ct) => throw new InvalidOperationException("not today");
}
