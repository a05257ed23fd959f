namespace VpsPanel.Domain.Sales.Orders;

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
