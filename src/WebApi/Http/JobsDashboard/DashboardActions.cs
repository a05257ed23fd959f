using MediatR;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Application.Platform.ScheduledTasks.Commands;
using VpsPanel.Application.Sales.VpsOrders.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Jobs;

namespace VpsPanel.WebApi.Http.JobsDashboard;

/// <summary>
/// The buttons of the dashboard. Each runs the command that the admin's own page would run, as the admin of the cookie and only with that
/// command's permission besides that of the dashboard; the command queues a new job and writes the audit row.
/// </summary>
internal static class DashboardActions
{
    private static readonly Error NotFailed = Error.Conflict("jobs.not_failed", "the job has not failed");
    private static readonly Error ComesAgain = Error.Conflict("jobs.comes_again", "this job comes again by itself");
    private static readonly Error NoPerson = Error.Forbidden("auth.admin_required", "only an admin's own session can do this");
    private static readonly Error Denied = Error.Forbidden("auth.permission_denied", "permission denied");

    public static Task RetryOne(HttpContext http) => Answer(http, () => Retry(http, [(string)http.GetRouteValue("job")!]));

    public static Task RetryAll(HttpContext http) => Answer(http, async () => await Retry(http, await Chosen(http)));

    public static Task Trigger(HttpContext http) => Answer(http, async () =>
    {
        var jobs = http.RequestServices.GetRequiredService<JobInspector>();
        foreach (var name in await Chosen(http))
        {
            var triggered = jobs.TaskOf(name) is { } task ? await RunNow(http, task) : ComesAgain;
            if (!triggered.IsSuccess)
                return triggered;
        }

        return Result.Success;
    });

    /// <summary>Several jobs may be about one order, which is retried as a whole.</summary>
    private static async Task<Result> Retry(HttpContext http, IReadOnlyList<string> chosen)
    {
        var jobs = http.RequestServices.GetRequiredService<JobInspector>();
        var subjects = new Dictionary<JobSubject, List<string>>();
        foreach (var job in chosen)
        {
            if (!JobIds.IsId(job) || await jobs.SubjectOf(job, http.RequestAborted) is not { } subject)
                return JobIds.NotFound;

            if (!jobs.HasFailed(job))
                return NotFailed;

            if (!subjects.TryAdd(subject, [job]))
                subjects[subject].Add(job);
        }

        foreach (var (subject, about) in subjects)
        {
            var retried = await Retry(http, subject);
            if (!retried.IsSuccess)
                return retried;

            foreach (var job in about)
                jobs.Supersede(job, $"{http.Features.Get<Access>()!.Username} has its work done again");
        }

        return Result.Success;
    }

    private static Task<Result> Retry(HttpContext http, JobSubject subject) => subject switch
    {
        JobSubject.VpsOf(var order) => Send(http, "order.retry", new RetryOrder(order)),
        JobSubject.Pass(var task) => RunNow(http, task),
        _ => Task.FromResult<Result>(ComesAgain),
    };

    private static async Task<Result> RunNow(HttpContext http, string task)
    {
        var triggered = await Send(http, TriggerTask.Permission, new TriggerTask(task));
        if (triggered.IsSuccess)
            http.RequestServices.GetRequiredService<JobInspector>().RunNow(task);

        return triggered;
    }

    private static async Task<Result> Send(HttpContext http, string permission, IRequest<Result> command)
    {
        if (http.Features.Get<Access>() is not { } access)
            return NoPerson;

        return access.May(permission)
            ? await http.RequestServices.GetRequiredService<IMediator>().Send(command, http.RequestAborted)
            : Denied;
    }

    private static async Task<IReadOnlyList<string>> Chosen(HttpContext http) => http.Request.HasFormContentType
        ? [.. (await http.Request.ReadFormAsync(http.RequestAborted))["jobs[]"].OfType<string>()]
        : [];

    private static async Task Answer(HttpContext http, Func<Task<Result>> act)
    {
        if (http.Features.Get<Access>() is null)
        {
            await ErrorBody.Write(http, NoPerson);
            return;
        }

        var result = await act();
        if (result.IsSuccess)
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await ErrorBody.Write(http, result.Error);
    }
}
