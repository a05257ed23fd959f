using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.ScheduledTasks.Commands;

/// <summary>
/// Writes down that an admin has a task run now, whatever its schedule says. Whoever sends this queues the pass afterwards.
/// </summary>
public sealed record TriggerTask(string Key) : ICommand, IAudited
{
    /// <summary>What an admin needs for it.</summary>
    public const string Permission = "scheduled_tasks.update";

    public AuditRecord Audit(object? answer) => new("scheduled_task.trigger", "scheduled_task", Key);
}

internal sealed class TriggerTaskHandler(IEnumerable<IScheduledTask> tasks) : ICommandHandler<TriggerTask>
{
    public Task<Result> Handle(TriggerTask request, CancellationToken cancellationToken) => Task.FromResult(
        tasks.Any(task => task.Key() == request.Key) ? Result.Success : ScheduledTaskErrors.NotFound);
}
