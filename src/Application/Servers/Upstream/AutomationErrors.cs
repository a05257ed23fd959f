using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Upstream;

public static class AutomationErrors
{
    /// <summary>What the upstream's refusals say of a VPS that is still being made.</summary>
    private const string StillCreating = "创建中";

    public static Error Disabled { get; } = new(ErrorKind.Unavailable, "automation.disabled", "automation disabled")
    {
        RetryAfter = TimeSpan.FromMinutes(1),
    };

    public static Error Garbage { get; } = Error.Upstream("automation.garbage", "automation error: the reply is not what it should be");

    public static Error Timeout { get; } = Error.Upstream("automation.timeout", "automation error: no reply in time");

    public static Error LostReply { get; } = Error.Upstream("automation.lost_reply", "automation error: the connection broke");

    /// <summary>It answers, and has no such machine.</summary>
    public static Error NoSuchMachine { get; } = Failed("the machine does not exist");

    public static Error Unreachable { get; } = Error.Upstream("automation.unreachable", "automation error: no connection");

    public static Error DryRun { get; } = Error.Conflict("automation.dry_run", "a dry run has no page to show");

    /// <param name="message">The upstream's own words, secrets masked.</param>
    public static Error Failed(string message) => Error.Upstream("automation.failed", $"automation error: {message}");

    /// <summary>For those who try an address: what an unknown server says is not for them.</summary>
    public static Error WithoutWords(Error error) =>
        error.Code == "automation.failed" ? Failed("it was reached and refused the call; is the key right?") : error;

    public static bool SaysStillCreating(Error error) =>
        error.Code == "automation.failed" && error.Message.Contains(StillCreating, StringComparison.Ordinal);

    /// <summary>The call certainly had no effect: the upstream said no, or never heard of it.</summary>
    public static bool HadNoEffect(Error error) => error.Code is "automation.failed" or "automation.disabled" or "automation.unreachable";
}
