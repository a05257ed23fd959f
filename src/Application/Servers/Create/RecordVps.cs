using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Create;

/// <summary>Stores the row of a VPS that exists already, or will be looked after elsewhere.</summary>
[CommandName("vps.record")]
public sealed record RecordVps(NewVps New, string? IdempotencyKey) : ICommand<VpsId>, IIdempotent, IAudited
{
    /// <summary>What the upstream says of its machine; no part of the request, since a repeat looks again. Null without one.</summary>
    internal MachineSighting? Seen { get; init; }

    public AuditRecord Audit(object? answer) =>
        new("vps.create", "vps", answer is VpsId id ? id.Value.ToString() : "", new { user_id = New.UserId, provision = false });
}

internal sealed class RecordVpsHandler(
    IUsers users, IOrders orders, IVpsRepository vpsRepository, VpsOffers offers, VpsObserver observer, VpsCredentialProtector credentials,
    ISettings settings, TimeProvider clock)
    : ICommandHandler<RecordVps, VpsId>
{
    public async Task<Result<VpsId>> Handle(RecordVps command, CancellationToken ct)
    {
        var form = command.New;
        if (await users.Find(new UserId(form.UserId), ct) is null)
            return NewVps.NoSuchUser;

        var draft = await offers.Draft(form, ct);
        if (!draft.IsSuccess)
            return draft.Error;

        var bought = await Purchase(form, ct);
        if (!bought.IsSuccess)
            return bought.Error;

        if (form.InstanceId.Length > 0 && await vpsRepository.FindByInstance(form.InstanceId, ct) is not null)
            return VpsErrors.HostTaken;

        var vps = await Compose(command, bought.Value, draft.Value.Terms, ct);
        await vpsRepository.Add(vps, ct);

        // What was paid for the purchase is counted by its VPS.
        if (bought.Value is { IsHeld: true } purchase)
            purchase.Order.HostReserved(purchase.Item.Id, vps.Id);

        return vps.Id;
    }

    private async Task<Vps> Compose(RecordVps command, Bought? bought, VpsTerms terms, CancellationToken ct)
    {
        var (form, seen) = (command.New, command.Seen);
        var vps = Vps.Record(new UserId(form.UserId), bought?.Item.Id, form.Name.Trim(), terms);
        if ((form.ExpireAt ?? seen?.State.EndsAt) is { } end)
            await Start(vps, bought, end, ct);

        vps.SetState(form.AutomationState);
        vps.SetAccess(credentials.Protect((form.Fields.AccessInfo ?? new AccessFields()).Over(AccessInfo.None)));

        if (seen is null)
            return vps;

        // What the upstream says is better than what was typed. Its name for the machine is what the machine is known by from now on.
        var machine = seen.Machine;
        vps.LinkServer(machine.Id, machine.Name, machine.Uuid, machine.SeenAt);
        observer.Apply(vps, seen, Detail.Everything);
        return vps;
    }

    /// <summary>The time of a purchase whose VPS was lost began with it, so that none of it comes twice.</summary>
    private async Task Start(Vps vps, Bought? bought, DateTimeOffset end, CancellationToken ct)
    {
        var since = bought?.Item.CreatedAt ?? clock.GetUtcNow();
        var start = since < end ? since : end;
        var days = bought?.Item.Host?.PriceDays(end - start) ?? (decimal)(end - start).TotalDays;
        var price = bought is { IsHeld: true }
            ? new PeriodPrice(bought.Item.Id, Money.Yuan(bought.Item.AmountCents), days)
            : new PeriodPrice(null, Money.Yuan(0), days);
        vps.RecordPeriod(start, end, price, await settings.BillingCalendar(ct));
    }

    /// <summary>A purchase of this user whose VPS is missing, which the record makes good.</summary>
    private async Task<Result<Bought?>> Purchase(NewVps form, CancellationToken ct)
    {
        if (form.OrderItemId == 0)
            return (Bought?)null;

        var id = new OrderItemId(form.OrderItemId);
        var order = await orders.FindByItem(id, ct);
        var item = order?.Items.FirstOrDefault(item => item.Id == id);
        if (order?.UserId.Value != form.UserId || item is not { Action: OrderItemAction.Create, Status: OrderItemStatus.Active })
            return Error.Validation("order_item_id", "order_item_id is no finished purchase of this user", "order_item.not_found");

        if (await vpsRepository.FindByItem(id, ct) is not null)
            return VpsErrors.ItemHasHost;

        // What went back for the lost VPS stays written with it, and would be forgotten by the new one.
        var isHeld = item.VpsId is not { } lost || (await orders.PaymentsFor(lost, ct)).Held.Cents >= item.AmountCents;
        return new Bought(order, item, isHeld);
    }

    /// <param name="IsHeld">Its money has not gone back.</param>
    private sealed record Bought(Order Order, OrderItem Item, bool IsHeld);
}
