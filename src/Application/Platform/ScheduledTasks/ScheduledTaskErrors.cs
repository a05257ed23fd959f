using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.ScheduledTasks;

internal static class ScheduledTaskErrors
{
    public static readonly Error NotFound = Error.NotFound("scheduled_task.not_found");
}
