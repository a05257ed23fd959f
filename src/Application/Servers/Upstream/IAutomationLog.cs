namespace VpsPanel.Application.Servers.Upstream;

/// <summary>
/// What was said to the hypervisor panel and what it answered. Stored at once and on a connection of its own, so that a line
/// survives the rollback of the work that wrote it. Fields named like keys, passwords and tokens are masked once more on the way.
/// </summary>
public interface IAutomationLog
{
    /// <summary>Never throws on account of the log: a line that cannot be stored goes to the process log.</summary>
    Task Write(AutomationLine line);
}
