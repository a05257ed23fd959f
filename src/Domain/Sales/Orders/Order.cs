using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Sales.Orders;

/// <summary>
/// What a customer wants and owes. Its status moves only along <see cref="OrderFlows"/>; every move is an event with the next
/// number of this order's history.
/// </summary>
[StreamName("order")]
public sealed partial class Order : AggregateRoot<OrderId>
{
    private readonly List<OrderItem> _items = [];
    private readonly List<OrderPayment> _payments = [];

    private Order()
    {
    }

    public string OrderNo { get; private set; } = "";

    public UserId UserId { get; private set; }

    public OrderKind Kind { get; private set; }

    public OrderStatus Status { get; private set; } = OrderStatus.Draft;

    public string Currency { get; private set; } = Money.DefaultCurrency;

    public long TotalCents { get; private set; }

    public string? IdempotencyKey { get; private set; }

    public string PendingReason { get; private set; } = "";

    public string RejectedReason { get; private set; } = "";

    /// <summary>The admin who approved; null when a robot or the system did.</summary>
    public UserId? ApprovedBy { get; private set; }

    public string ApprovedByName { get; private set; } = "";

    public DateTimeOffset? ApprovedAt { get; private set; }

    public long LastEventSeq { get; private set; }

    public IReadOnlyList<OrderItem> Items => _items;

    public IReadOnlyList<OrderPayment> Payments => _payments;

    public Money Total => new(TotalCents, Currency);

    public bool CanReview => Flow.Allows(Status, OrderMove.Approve);

    private Flow<OrderStatus, OrderMove, ActorKind> Flow => OrderFlows.Of(Kind);

    /// <summary>An order of VPS, one item each, or of one change to a host.</summary>
    /// <param name="pendingReason">Why the customer wants it, for whoever reviews it.</param>
    /// <param name="paymentWindow">How long it may stay unpaid; null for <see cref="DefaultPaymentWindow"/>.</param>
    public static Result<Order> Place(
        UserId owner,
        ActorKind by,
        IReadOnlyList<OrderItem> items,
        string? idempotencyKey,
        DateTimeOffset now,
        string pendingReason = "",
        TimeSpan? paymentWindow = null)
    {
        if (items.Count == 0)
            return OrderErrors.Empty;

        var order = new Order
        {
            UserId = owner,
            Kind = OrderKind.Console,
            OrderNo = OrderNumbers.Next(items[0].Action, now),
            TotalCents = items.Sum(item => item.AmountCents),
            IdempotencyKey = idempotencyKey,
            PendingReason = pendingReason,
        };
        order._items.AddRange(items);
        order.PaymentDueAt = now + (paymentWindow ?? DefaultPaymentWindow);

        var placed = order.TotalCents > 0
            ? order.Move(
                OrderMove.Place, by, OrderItemStatus.PendingPayment, new OrderAwaitsPayment(owner, order.OrderNo, order.TotalCents))
            : order.Move(
                OrderMove.PlaceFree, by, OrderItemStatus.PendingReview, new OrderAwaitsReview(owner, order.OrderNo, order.TotalCents, null));
        return placed.IsSuccess ? order : placed.Error;
    }

    public bool IsOwnedBy(UserId user) => UserId == user;

    /// <summary>What it is for. A change of a VPS is an order of its own; only purchases stand together in one.</summary>
    private OrderItemAction Action => _items.Count > 0 ? _items[0].Action : OrderItemAction.Create;

    public Result Cancel(ActorKind by)
    {
        var moved = Move(OrderMove.Cancel, by, OrderItemStatus.Canceled, new OrderCanceled(UserId, OrderNo));
        if (moved.IsSuccess)
            CloseAttempts("canceled");

        return moved;
    }

    public Result Approve(Actor by, DateTimeOffset now)
    {
        var moved = ApproveBy(by, OrderMove.Approve, now);
        if (moved.IsSuccess)
            ReviewPayments(PaymentStatus.Approved, by, "");

        return moved;
    }

    public Result Reject(Actor by, string reason)
    {
        var moved = Move(OrderMove.Reject, by.Kind, OrderItemStatus.Rejected, new OrderRejected(UserId, OrderNo, reason) { Action = Action });
        if (!moved.IsSuccess)
            return moved;

        RejectedReason = reason;
        PendingReason = "";
        ReviewPayments(PaymentStatus.Rejected, by, reason);
        return moved;
    }

    /// <summary>Work on the items begins, for the first time or again after a failure.</summary>
    public Result StartProvisioning(ActorKind by)
    {
        var moved = Move(OrderMove.Start, by, null, new OrderProvisioningStarted(UserId, OrderNo));
        if (!moved.IsSuccess)
            return moved;

        foreach (var item in _items.Where(item => item.Status is OrderItemStatus.Approved or OrderItemStatus.Failed))
            item.SetStatus(OrderItemStatus.Provisioning);

        return moved;
    }

    /// <summary>An item is done. The last one to end ends the order.</summary>
    public Result ItemDone(OrderItemId id, string? instanceId)
    {
        if (_items.Find(item => item.Id == id) is not { } item)
            return OrderErrors.NotFound;

        if (item.IsFinal)
            return Result.Success;

        item.Activate(instanceId);
        Publish(new OrderItemActivated(UserId, OrderNo, id, instanceId));
        return Recompute();
    }

    /// <summary>An item cannot be done. The last one to end ends the order.</summary>
    public Result ItemFailed(OrderItemId id, string reason)
    {
        if (_items.Find(item => item.Id == id) is not { } item)
            return OrderErrors.NotFound;

        if (item.IsFinal)
            return Result.Success;

        item.Fail(reason);
        Publish(new OrderItemFailed(UserId, OrderNo, id, item.FailureReason!));
        return Recompute();
    }

    /// <summary>Ends a provisioning order whose items have all ended; leaves every other order alone.</summary>
    public Result Recompute()
    {
        if (Status != OrderStatus.Provisioning || !_items.TrueForAll(item => item.IsFinal))
            return Result.Success;

        var failed = _items.Exists(item => item.Status == OrderItemStatus.Failed);
        var (move, end) = failed ? (OrderMove.Fail, OrderStatus.Failed) : (OrderMove.Complete, OrderStatus.Active);
        return Move(move, ActorKind.System, null, new OrderCompleted(UserId, OrderNo, end) { Action = Action });
    }

    /// <summary>The order is about to be deleted. While its VPS are being built nobody can tell what exists upstream.</summary>
    /// <param name="hosts">Keys of the VPS that are to go with it.</param>
    public Result Withdraw(IReadOnlyList<long> hosts)
    {
        if (Status == OrderStatus.Provisioning)
            return OrderErrors.InWork;

        // Its items remember what went back for their VPS; without them the same money could go back again.
        if (_items.Exists(item => item.RefundedCents > 0))
            return OrderErrors.Refunded;

        Raise(new OrderDeleted(UserId, OrderNo, hosts));
        return Result.Success;
    }

    private Result ApproveBy(Actor by, OrderMove move, DateTimeOffset now)
    {
        var moved = Move(move, by.Kind, OrderItemStatus.Approved, new OrderApproved(UserId, OrderNo, by.Name) { Action = Action });
        if (!moved.IsSuccess)
            return moved;

        ApprovedAt = now;
        ApprovedBy = by.Kind == ActorKind.Admin && by.UserId.Value > 0 ? by.UserId : null;
        ApprovedByName = by.Name;
        RejectedReason = "";
        PendingReason = "";
        return moved;
    }

    private Result Move(OrderMove move, ActorKind by, OrderItemStatus? items, OrderEvent happened)
    {
        if (ArchivedAt is not null)
            return OrderErrors.Archived;

        var next = Flow.Next(Status, move, by);
        if (!next.IsSuccess)
            return next.Error;

        Status = next.Value;
        OpenVpsId = IsOpen(Status) ? ChangedVps : null;
        PaymentDueAt = AwaitsMoney(Status) ? PaymentDueAt : null;
        if (items is { } status)
            _items.ForEach(item => item.SetStatus(status));

        Publish(happened);
        return Result.Success;
    }

    private void Publish(OrderEvent happened) => Raise(happened with { Seq = ++LastEventSeq });
}
