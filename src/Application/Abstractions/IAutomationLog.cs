namespace VpsPanel.Application.Abstractions;

/// <summary>
/// What was said to the hypervisor panel and what it answered. Stored at once and on a connection of its own, so that a line
/// survives the rollback of the work that wrote it. Fields named like keys, passwords and tokens are masked once more on the way.
/// </summary>
public interface IAutomationLog
{
    /// <summary>Never throws on account of the log: a line that cannot be stored goes to the process log.</summary>
    Task Write(AutomationLine line);

    /// <inheritdoc cref="Write(AutomationLine)"/>
    Task Write(SyncLine line);
}

/// <summary>One call, or one step made of several calls.</summary>
/// <param name="OrderId">0 when it belongs to no order.</param>
/// <param name="OrderItemId">0 when it belongs to no item.</param>
/// <param name="Action">Such as <c>create_host</c>, or method and path of an exchange; cut at 128 characters.</param>
/// <param name="RequestJson">JSON, or text that is then stored as a JSON string.</param>
/// <param name="ResponseJson">Likewise.</param>
/// <param name="Message">For people; cut at 1000 characters.</param>
public sealed record AutomationLine(
    long OrderId, long OrderItemId, string Action, string RequestJson, string ResponseJson, bool Success, string Message);

/// <summary>One run of the catalogue sync.</summary>
/// <param name="Target">What was synced: <c>area</c>, <c>line</c>, <c>product</c> or <c>mirror_image</c>.</param>
/// <param name="Mode"><c>merge</c> or <c>override</c>.</param>
/// <param name="Status"><c>ok</c> or <c>failed</c>.</param>
/// <param name="Message">Counts or the reason; cut at 1000 characters.</param>
public sealed record SyncLine(string Target, string Mode, string Status, string Message);
