using System.Globalization;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Robot;

/// <summary>What a robot wants done.</summary>
public sealed record RobotReview(OrderId Id, bool Approve, string Reason)
{
    private const int MaxReason = 500;
    private const string ReasonMark = "原因";

    private static readonly (string Words, bool Approve)[] Commands =
        [("通过订单", true), ("驳回订单", false), ("approve", true), ("reject", false)];

    /// <summary>
    /// <c>通过订单 N</c>, <c>驳回订单 N 原因…</c>, <c>approve N</c> or <c>reject N reason</c>; the blank before the number may be missing.
    /// </summary>
    public static Result<RobotReview> Parse(string text)
    {
        var said = text.Trim();
        foreach (var (words, approve) in Commands)
        {
            if (said.StartsWith(words, StringComparison.OrdinalIgnoreCase))
                return Parse(approve, said[words.Length..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return Error.Validation("text", "unknown command", "robot.unknown_command");
    }

    private static Result<RobotReview> Parse(bool approve, string[] rest)
    {
        if (rest.Length == 0)
            return Error.Validation("text", "missing order id", "robot.missing_order_id");

        if (!long.TryParse(rest[0], CultureInfo.InvariantCulture, out var id) || id <= 0)
            return Error.Validation("text", "invalid order id", "robot.invalid_order_id");

        var reason = approve ? "" : string.Join(' ', rest[1..]);
        if (reason.StartsWith(ReasonMark, StringComparison.Ordinal))
            reason = reason[ReasonMark.Length..].TrimStart(' ', ':', '：');

        return reason.Length <= MaxReason
            ? new RobotReview(new OrderId(id), approve, reason)
            : Error.Validation("text", $"the reason must be at most {MaxReason} characters", "robot.reason_too_long");
    }
}
