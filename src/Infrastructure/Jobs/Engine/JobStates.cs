using Hangfire.Common;
using Hangfire.States;
using Newtonsoft.Json;

namespace VpsPanel.Infrastructure.Jobs.Engine;

/// <summary>
/// A failed job as the engine's own state of that name shows it, except that it is forgotten after a while: the engine would keep it
/// for good, and ours are in our own tables.
/// </summary>
internal sealed class JobFailedState(string kind, string message, TimeSpan kept, string details = "") : IState
{
    private readonly DateTime _failedAt = DateTime.UtcNow;

    /// <summary>How long it is shown.</summary>
    [JsonIgnore]
    public TimeSpan Kept { get; } = kept;

    public string Name => FailedState.StateName;

    public string Reason => message;

    public bool IsFinal => true;

    public bool IgnoreJobLoadException => false;

    public Dictionary<string, string> SerializeData() => new()
    {
        ["FailedAt"] = JobHelper.SerializeDateTime(_failedAt),
        ["ExceptionType"] = kind,
        ["ExceptionMessage"] = message,
        ["ExceptionDetails"] = details,
    };
}

/// <summary>Another job does its work.</summary>
internal sealed class SupersededState(string reason, string? by) : IState
{
    public const string StateName = "Superseded";

    public string Name => StateName;

    public string Reason { get; } = reason;

    public bool IsFinal => true;

    public bool IgnoreJobLoadException => true;

    public Dictionary<string, string> SerializeData() => by is null ? [] : new Dictionary<string, string> { ["SupersededBy"] = by };
}
