namespace VpsPanel.Application.Servers.Upstream;

/// <summary>One call, or one step made of several calls.</summary>
/// <param name="OrderId">0 when it belongs to no order.</param>
/// <param name="OrderItemId">0 when it belongs to no item.</param>
/// <param name="Action">Such as <c>create_host</c>, or method and path of an exchange; cut at 128 characters.</param>
/// <param name="RequestJson">JSON, or text that is then stored as a JSON string.</param>
/// <param name="ResponseJson">Likewise.</param>
/// <param name="Message">For people; cut at 1000 characters.</param>
public sealed record AutomationLine(
    long OrderId, long OrderItemId, string Action, string RequestJson, string ResponseJson, bool Success, string Message);
