using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VpsPanel.Infrastructure.Jobs.Tasks;

/// <summary>
/// What the cluster knows of one task: when it was last started, and which pass runs. Whoever starts a pass moves
/// <see cref="Claims"/> on from the value that it read, so of two nodes one starts it.
/// </summary>
internal sealed class ScheduledTaskState
{
    public string TaskKey { get; private set; } = "";

    public DateTimeOffset? LastStartedAt { get; private set; }

    /// <summary>Until when the pass that runs is believed to live; null while none runs.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Counts the passes and never goes back; tells a pass that came back too late from the present one.</summary>
    public long Claims { get; private set; }

    public static ScheduledTaskState Of(string task) => new() { TaskKey = task };
}

internal sealed class ScheduledTaskStateConfiguration : IEntityTypeConfiguration<ScheduledTaskState>
{
    public void Configure(EntityTypeBuilder<ScheduledTaskState> builder)
    {
        builder.ToTable("scheduled_tasks");
        builder.HasKey(state => state.TaskKey);
        builder.Property(state => state.TaskKey).HasMaxLength(64).IsUnicode(false);
    }
}
