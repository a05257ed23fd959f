namespace VpsPanel.Domain.Orders;

/// <summary>The statuses of both kinds of order; which belong together is in <see cref="OrderFlows"/>.</summary>
public enum OrderStatus
{
    Draft,
    PendingPayment,
    PendingReview,
    Rejected,
    Approved,
    Provisioning,
    Active,
    Failed,
    Canceled,
    Paid,
    PaymentFailed,
    Cancelled,
    PartiallyRefunded,
    Refunded,
}

public enum OrderMove
{
    Place,
    PlaceFree,
    SubmitProof,
    MarkPaid,
    Settle,
    FailPayment,
    Cancel,

    /// <summary>The time to pay is over.</summary>
    Expire,

    /// <summary>One that expired is wanted after all.</summary>
    Revive,
    Approve,
    Reject,
    Start,
    Complete,
    Fail,
    RefundPart,
    RefundRest,
}

/// <summary>A console order sells hosts and changes to them; a plan order sells a network subscription.</summary>
public enum OrderKind
{
    Console,
    Plan,
}

public enum OrderItemStatus
{
    PendingPayment,
    PendingReview,
    Approved,
    Provisioning,
    Active,
    Failed,
    Rejected,
    Canceled,
}

/// <summary>What an item does to a host.</summary>
public enum OrderItemAction
{
    Create,
    Renew,
    EmergencyRenew,
    Resize,
    Refund,

    /// <summary>No host: it opens or renews a subscription.</summary>
    Subscribe,
}

/// <summary>How the payment of a plan order stands.</summary>
public enum PaymentState
{
    Pending,
    Succeeded,
    Failed,
}

public enum PaymentStatus
{
    PendingPayment,
    PendingReview,
    Approved,
    Rejected,
}
