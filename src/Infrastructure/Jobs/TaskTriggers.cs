using Quartz;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.ScheduledTasks;

namespace VpsPanel.Infrastructure.Jobs;

/// <summary>Gives a task's job the trigger that its schedule asks for, and leaves one alone that already does.</summary>
internal sealed class TaskTriggers(IReadDb db, TimeProvider clock)
{
    private const string Group = "tasks";
    private const string ScheduleEntry = "schedule";

    private static readonly Sql<TaskArgs, LastStart> LastRun = new(
        "select started_at from scheduled_task_runs where task_key = @Task order by id desc offset 0 rows fetch next 1 rows only");

    public async Task Keep(IScheduler scheduler, string task, TaskSchedule schedule, CancellationToken ct)
    {
        var key = new TriggerKey(task, Group);
        var stored = await scheduler.GetTrigger(key, ct);
        if (!schedule.Enabled)
        {
            if (stored is not null)
                await scheduler.UnscheduleJob(key, ct);

            return;
        }

        var wanted = $"{schedule.Text} {clock.LocalTimeZone.Id}";
        if (stored?.JobDataMap.GetString(ScheduleEntry) == wanted)
            return;

        var job = JobBuilder.Create<ScheduledTaskJob>().WithIdentity(task, Group).StoreDurably().Build();
        await scheduler.AddJob(job, new AddJobOptions { Replace = true }, ct);
        var last = await db.First(LastRun, new TaskArgs(task), ct);
        await scheduler.ScheduleTrigger(Trigger(key, schedule, last?.StartedAt, wanted), TriggerConflict.Replace, ct);

        // A time that has passed today is made up for. Two nodes may both ask for it: the job looks again before it runs.
        var now = clock.GetUtcNow();
        if (schedule.Strategy == TaskStrategy.Daily && schedule.Next(last?.StartedAt, now, clock.LocalTimeZone) <= now)
            await scheduler.TriggerJob(job.Key, cancellationToken: ct);
    }

    private ITrigger Trigger(TriggerKey key, TaskSchedule schedule, DateTimeOffset? last, string wanted)
    {
        var trigger = TriggerBuilder.Create(clock).WithIdentity(key).ForJob(key.Name, Group).UsingJobData(ScheduleEntry, wanted);
        if (schedule.Strategy == TaskStrategy.Interval)
        {
            return trigger.StartAt(schedule.Next(last, clock.GetUtcNow(), clock.LocalTimeZone)!.Value)
                .WithSimpleSchedule(simple => simple.WithInterval(TimeSpan.FromSeconds(schedule.IntervalSec)).RepeatForever()
                    .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
                .Build();
        }

        return trigger.WithCronSchedule($"0 {schedule.DailyAt!.Value.Minute} {schedule.DailyAt.Value.Hour} * * ?", cron => cron
            .InTimeZone(clock.LocalTimeZone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
    }

    internal sealed record TaskArgs(string Task);

    internal sealed record LastStart(DateTimeOffset StartedAt);
}
