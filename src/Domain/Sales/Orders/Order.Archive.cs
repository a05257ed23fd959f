using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <content>
/// One that somebody paid, or tried to pay, is never removed: a gateway may report money for it at any time, and the books point to it. It is
/// put away instead.
/// </content>
public sealed partial class Order
{
    private const string ArchivedReason = "archived";

    /// <summary>When an admin put it away; lists leave it out unless they are asked for such.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>Whether there was ever an attempt to pay it, a proof or a payment.</summary>
    public bool HasPaymentHistory => _payments.Count > 0;

    /// <summary>Nothing moves it any more. Money that comes for it later goes to the wallet.</summary>
    public Result Archive(Actor by, DateTimeOffset now)
    {
        if (Flow.Allows(Status, OrderMove.Reject) && Reject(by, ArchivedReason) is { IsSuccess: false } failure)
            return failure;

        CloseAttempts(ArchivedReason);
        ArchivedAt = now;
        return Result.Success;
    }
}
