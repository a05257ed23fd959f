namespace VpsPanel.Domain.Billing.Settlements;

/// <summary>A stored refund of something payable.</summary>
public interface IPayableRefund
{
    /// <summary>0 until it is stored.</summary>
    long Key { get; }

    long AmountCents { get; }

    string Reason { get; }

    /// <summary>A JSON object.</summary>
    string Metadata { get; }
}
