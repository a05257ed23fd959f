using Hangfire.States;
using Hangfire.Storage;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>
/// Says how long a finished job is kept, shows one that goes on later on the engine's page of retries, and has jobs start on time. The
/// engine's own retries are not installed: tries are counted and timed by our tables.
/// </summary>
internal sealed class JobOutcomeFilter(JobAlarm alarm, TimeProvider clock) : IApplyStateFilter
{
    private const string Retries = "retries";

    private static readonly TimeSpan NothingKept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan DoneKept = TimeSpan.FromDays(1);

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        var job = context.BackgroundJob.Id;
        switch (context.NewState)
        {
            case ScheduledState scheduled:
                if (scheduled.Reason is not null)
                    transaction.AddToSet(Retries, job);

                alarm.Set(job, clock.GetUtcNow() + (scheduled.EnqueueAt - DateTime.UtcNow));
                break;
            case EnqueuedState:
                alarm.Expect(job);
                break;
            case JobFailedState failed:
                context.JobExpirationTimeout = failed.Kept;
                break;
            case SucceededState { Result: string text } when JobOutcome.IsNothing(text):
                context.JobExpirationTimeout = NothingKept;
                break;
            default:
                context.JobExpirationTimeout = DoneKept;
                break;
        }
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.OldStateName == ScheduledState.StateName)
            transaction.RemoveFromSet(Retries, context.BackgroundJob.Id);

        if (context.NewState is ProcessingState)
            alarm.Started(context.BackgroundJob.Id);
    }
}
