using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>One thing that an order does; for a purchase exactly one host.</summary>
public sealed class OrderItem : ITimestamped
{
    private OrderItem()
    {
    }

    public OrderItemId Id { get; private set; }

    public OrderItemAction Action { get; private set; }

    public OrderItemStatus Status { get; private set; }

    public long PackageId { get; private set; }

    public long SystemId { get; private set; }

    /// <summary>The request as clients see it again; JSON whose shape depends on the action.</summary>
    public string Spec { get; private set; } = "{}";

    /// <summary>What to build; null for actions on an existing host.</summary>
    public VpsPurchase? Host { get; private set; }

    /// <summary>What to do to a VPS that exists; null for a purchase.</summary>
    public VpsChange? Change { get; private set; }

    /// <summary>The VPS that it bought or changes; kept when the VPS is gone, because its money is counted by it.</summary>
    public VpsId? VpsId { get; private set; }

    /// <summary>The plan's; empty for hosts.</summary>
    public string Name { get; private set; } = "";

    public int Qty { get; private set; } = 1;

    public long AmountCents { get; private set; }

    /// <summary>What this item sent back to the wallet of all that was paid for its host.</summary>
    public long RefundedCents { get; private set; }

    public int DurationMonths { get; private set; }

    /// <summary>The upstream's id of the VPS once it is known.</summary>
    public string? AutomationInstanceId { get; private set; }

    public string? FailureReason { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Nothing more will happen to it unless someone retries.</summary>
    public bool IsFinal => Status is OrderItemStatus.Active or OrderItemStatus.Failed or OrderItemStatus.Rejected or OrderItemStatus.Canceled;

    public static OrderItem Purchase(VpsPurchase host, string spec, Money amount) => new()
    {
        Action = OrderItemAction.Create,
        PackageId = host.PackageId,
        SystemId = host.SystemId,
        Spec = spec,
        Host = host,
        AmountCents = amount.Cents,
        DurationMonths = host.Months,
    };

    public static OrderItem Subscription(PlanSnapshot plan, int quantity) => new()
    {
        Action = OrderItemAction.Subscribe,
        Name = plan.Name,
        Qty = quantity,
        AmountCents = (plan.Price * quantity).Cents,
        Spec = $$"""
            {"duration_days":{{plan.DurationDays}},"traffic_limit_bytes":{{plan.TrafficLimitBytes}},"devices_limit":{{plan.DevicesLimit}}}
            """,
    };

    /// <param name="amount">Negative for what the customer gets.</param>
    public static OrderItem Changing(OrderItemAction action, VpsId vps, VpsChange change, string spec, Money amount) => new()
    {
        Action = action,
        VpsId = vps,
        Change = change,
        Spec = spec,
        AmountCents = amount.Cents,
    };

    /// <summary>When work on it begins, unless it has begun.</summary>
    public DateTimeOffset DueAt(DateTimeOffset now) => Change is VpsResize { ScheduledAt: { } at } && at > now ? at : now;

    /// <summary>Its place in the stock; null when it takes none.</summary>
    internal StockReservation? Place => (Host, Change) switch
    {
        ({ } host, _) => host.Place,
        (_, VpsResize resize) when resize.PackageId != resize.FromPackageId => new StockReservation(null, resize.PackageId),
        _ => null,
    };

    /// <summary>Makes it what the other one is; both do the same to the same VPS or plan.</summary>
    internal void TakeTermsOf(OrderItem fresh) =>
        (PackageId, SystemId, Name, Spec, Host, Change, AmountCents, DurationMonths) =
        (fresh.PackageId, fresh.SystemId, fresh.Name, fresh.Spec, fresh.Host, fresh.Change, fresh.AmountCents, fresh.DurationMonths);

    internal void Fill(VpsId vps) => VpsId = vps;

    internal void Refund(long cents) => RefundedCents += cents;

    internal void SetStatus(OrderItemStatus status) => Status = status;

    internal void Activate(string? instanceId)
    {
        Status = OrderItemStatus.Active;
        AutomationInstanceId = instanceId ?? AutomationInstanceId;
        FailureReason = null;
    }

    internal void Fail(string reason)
    {
        Status = OrderItemStatus.Failed;
        FailureReason = reason.Length > 500 ? reason[..500] : reason;
    }
}
