namespace VpsPanel.Domain.Billing.Payments;

public enum SuspenseMove
{
    Assign,
    Return,
}
