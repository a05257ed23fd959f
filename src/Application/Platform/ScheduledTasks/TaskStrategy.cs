namespace VpsPanel.Application.Platform.ScheduledTasks;

public enum TaskStrategy
{
    Interval,
    Daily,
}
