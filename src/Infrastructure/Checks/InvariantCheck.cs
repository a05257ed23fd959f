using Microsoft.Extensions.Logging;
using VpsPanel.Application.Platform.ScheduledTasks;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Checks;

/// <summary>
/// Runs every check once a night. What is broken makes the pass a failed one, which admins see, and is logged line by line. It only
/// reads, so a pass that dies has missed a night and nothing else.
/// </summary>
internal sealed partial class InvariantCheck(IEnumerable<IInvariant> invariants, ILogger<InvariantCheck> log) : IScheduledTask
{
    public string Name => "Invariant Check";

    public string Description => "Checks wallets, payments, orders and hosts against each other; a failed run names what is broken.";

    public Setting<TaskSchedule> Schedule => ScheduledTaskSettings.InvariantCheck;

    public async Task<Result> RunOnce(CancellationToken ct)
    {
        List<string> broken = [];
        foreach (var invariant in invariants)
        {
            if (await invariant.Obstacle(ct) is { } obstacle)
                LogNotChecked(invariant.Name, obstacle);
            else
                broken.AddRange(await invariant.Violations(ct));
        }

        broken.ForEach(LogBroken);
        return broken.Count == 0
            ? Result.Success
            : Error.Conflict("invariant.broken", $"{broken.Count} broken: {string.Join("; ", broken)}");
    }

    [LoggerMessage(LogLevel.Error, "An invariant is broken: {Violation}")]
    private partial void LogBroken(string violation);

    [LoggerMessage(LogLevel.Warning, "Not checked: {Invariant} ({Obstacle})")]
    private partial void LogNotChecked(string invariant, string obstacle);
}
