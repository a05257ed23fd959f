using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Billing.Payments.SuspenseMove;
using static VpsPanel.Domain.Billing.Payments.SuspenseStatus;
using static VpsPanel.Domain.Common.ActorKind;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Billing.Payments.SuspenseStatus, VpsPanel.Domain.Billing.Payments.SuspenseMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Billing.Payments;

/// <summary>A resolution is final: money that was assigned wrongly is corrected in the wallets.</summary>
public static class SuspenseFlow
{
    public static Flow<SuspenseStatus, SuspenseMove, ActorKind> Table { get; } = new(
        "suspense-payment",
        new Step(Open, Assign, Assigned, Admin),
        new Step(Open, Return, Returned, Admin));
}
