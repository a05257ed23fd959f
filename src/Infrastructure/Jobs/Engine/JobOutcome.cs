using Hangfire;
using Hangfire.Server;
using Hangfire.States;
using Microsoft.Extensions.Logging;
using VpsPanel.Infrastructure.Logs;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>How a background job ended, as the engine shall show it. Our tables hold the truth; this is what people see.</summary>
internal abstract record JobOutcome(string Text)
{
    private const string NothingPrefix = "Nothing to do: ";

    public static bool IsNothing(string text) => text.StartsWith(NothingPrefix, StringComparison.Ordinal);

    public sealed record Done(string Text) : JobOutcome(Text);

    /// <summary>There was nothing to do: not kept for long.</summary>
    public sealed record Nothing(string Why) : JobOutcome(NothingPrefix + Why);

    /// <summary>Goes on later, as the same job.</summary>
    /// <param name="At">By the service's clock.</param>
    public sealed record Later(string Text, DateTimeOffset At) : JobOutcome(Text);

    /// <param name="Kind">What kind of failure, in a word or two.</param>
    /// <param name="Kept">How long it is shown.</param>
    public sealed record Failed(string Text, string Kind, TimeSpan Kept) : JobOutcome(Text);
}

/// <summary>Runs the body of a job and gives the job the state that its outcome asks for.</summary>
internal sealed partial class JobOutcomes(IBackgroundJobClient client, TimeProvider clock, ILogger<JobOutcomes> log)
{
    private static readonly TimeSpan BrokenKept = TimeSpan.FromDays(7);

    /// <summary>
    /// What the engine shall write down. A job that failed or goes on later has left the state <c>Processing</c> when this returns, so
    /// that the engine leaves it alone.
    /// </summary>
    /// <exception cref="OperationCanceledException">The service stops; the engine hands the job out again.</exception>
    public async Task<string> Run(PerformContext job, Func<Task<JobOutcome>> body, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        try
        {
            var outcome = await body();
            Leave(job.BackgroundJob.Id, outcome);
            return outcome.Text;
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogBroke(error, job.BackgroundJob.Id);
            var text = LogRedactor.Text(error.Message);
            Change(job.BackgroundJob.Id, new JobFailedState(error.GetType().Name, text, BrokenKept, LogRedactor.Text(error.ToString())));
            return text;
        }
    }

    private void Leave(string job, JobOutcome outcome)
    {
        switch (outcome)
        {
            case JobOutcome.Later later:
                var wait = later.At - clock.GetUtcNow();
                Change(job, new ScheduledState(wait > TimeSpan.Zero ? wait : TimeSpan.Zero) { Reason = later.Text });
                break;
            case JobOutcome.Failed failed:
                Change(job, new JobFailedState(failed.Kind, failed.Text, failed.Kept));
                break;
            default:
                break;
        }
    }

    private void Change(string job, IState state) => client.ChangeState(job, state, ProcessingState.StateName);

    [LoggerMessage(LogLevel.Error, "Background job {Job} broke off")]
    private partial void LogBroke(Exception error, string job);
}
