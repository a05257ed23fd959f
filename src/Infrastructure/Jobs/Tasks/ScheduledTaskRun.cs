using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpsPanel.Infrastructure.Jobs.Tasks;

internal enum TaskRunStatus
{
    Running,
    Success,
    Failed,
}

/// <summary>One pass of a scheduled task.</summary>
internal sealed class ScheduledTaskRun
{
    public const int MaxMessage = 1000;

    public long Id { get; private set; }

    public string TaskKey { get; private set; } = "";

    public TaskRunStatus Status { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public long DurationSec { get; private set; }

    public string Message { get; private set; } = "";

    public static ScheduledTaskRun Start(string task, DateTimeOffset now) =>
        new() { TaskKey = task, Status = TaskRunStatus.Running, StartedAt = now };

    /// <param name="failure">Null for a success.</param>
    public void Finish(string? failure, DateTimeOffset now)
    {
        Status = failure is null ? TaskRunStatus.Success : TaskRunStatus.Failed;
        Message = failure is { Length: > MaxMessage } ? failure[..MaxMessage] : failure ?? "";
        FinishedAt = now;
        DurationSec = (long)(now - StartedAt).TotalSeconds;
    }
}

internal sealed class ScheduledTaskRunConfiguration : IEntityTypeConfiguration<ScheduledTaskRun>
{
    public void Configure(EntityTypeBuilder<ScheduledTaskRun> builder)
    {
        builder.ToTable("scheduled_task_runs");
        builder.Property(run => run.TaskKey).HasMaxLength(64).IsUnicode(false);
        builder.Property(run => run.Message).HasMaxLength(ScheduledTaskRun.MaxMessage);
        builder.HasIndex(run => new { run.TaskKey, run.Id });

        // Whatever the scheduler believes: a second pass beside a running one cannot even be written down.
        builder.HasIndex(run => run.TaskKey).IsUnique().HasFilter("status = 'running'");
    }
}
