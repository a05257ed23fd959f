namespace VpsPanel.Application.Platform.ScheduledTasks;

public static class ScheduledTaskKeys
{
    /// <summary>The key of the task, which is its setting's key without the prefix.</summary>
    public static string Key(this IScheduledTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Schedule.Key[TaskSchedules.Prefix.Length..];
    }
}
