using FluentValidation;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Create;

/// <summary>
/// An admin has a VPS made for a user. It is an order for nothing that they approve by their name, so that a crash, a slow upstream and a
/// retry are dealt with like those of every other host.
/// </summary>
[CommandName("vps.provision")]
public sealed record ProvisionVps(NewVps New, string? IdempotencyKey) : ICommand<VpsId>, IIdempotent, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("vps.create", "vps", answer is VpsId id ? id.Value.ToString() : "", new { user_id = New.UserId, provision = true });
}

internal sealed class ProvisionVpsValidator : AbstractValidator<ProvisionVps>
{
    public ProvisionVpsValidator() =>
        RuleFor(command => command.New).SetValidator(new NewVpsValidator()).OverridePropertyName("");
}

internal sealed class ProvisionVpsHandler(
    IUsers users, IOrders orders, IVpsRepository vpsRepository, VpsOffers offers, ISystemImages images, Reservations stock,
    ProvisionQueue queue,
    ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<ProvisionVps, VpsId>
{
    public async Task<Result<VpsId>> Handle(ProvisionVps command, CancellationToken ct)
    {
        var form = command.New;
        var now = clock.GetUtcNow();
        if (await users.Find(new UserId(form.UserId), ct) is null)
            return NewVps.NoSuchUser;

        var plan = await Plan(form, now, ct);
        if (!plan.IsSuccess)
            return plan.Error;

        var item = OrderItem.Purchase(plan.Value, form.Fields.Spec?.Text ?? "{}", Money.Yuan(0));
        var placed = Order.Place(new UserId(form.UserId), ActorKind.Admin, [item], null, now);
        if (!placed.IsSuccess)
            return placed.Error;

        var order = placed.Value;
        await orders.Add(order, ct);
        var approved = order.Approve(actor.Actor, now);
        var started = approved.IsSuccess ? order.StartProvisioning(ActorKind.Admin) : approved;
        if (!started.IsSuccess)
            return started.Error;

        await queue.Enqueue(order, ct);
        if (plan.Value.PackageId > 0 && await stock.Reserve(order.Places, ct) is { IsSuccess: false } soldOut)
            return soldOut.Error;

        var vps = (await vpsRepository.FindByItem(item.Id, ct))!;
        vps.Rename(form.Name.Trim());
        return vps.Id;
    }

    private async Task<Result<VpsPurchase>> Plan(NewVps form, DateTimeOffset now, CancellationToken ct)
    {
        var found = await offers.Draft(form, ct);
        if (!found.IsSuccess)
            return found.Error;

        var terms = found.Value.Terms;
        var image = terms.SystemId > 0 ? await images.Find(new SystemImageId(terms.SystemId), ct) : null;
        var os = form.Os.Trim() is { Length: > 0 } named ? named : image?.Name ?? "";
        if (Missing(terms, os, form.ExpireAt, now) is { } missing)
            return missing;

        return new VpsPurchase(
            terms.RegionId, terms.Region, found.Value.PlanGroupId, terms.LineId, terms.PackageId, terms.PackageName, terms.SystemId, os,
            terms.Cpu, terms.MemoryGb, terms.DiskGb, terms.BandwidthMbps, terms.PortNum, terms.MonthlyPriceCents, 1, form.ExpireAt);
    }

    private static Error? Missing(VpsTerms terms, string os, DateTimeOffset? until, DateTimeOffset now)
    {
        (string Field, bool Fine)[] needed =
        [
            ("line_id", terms.LineId > 0), ("os", os.Length > 0), ("cpu", terms.Cpu > 0), ("memory_gb", terms.MemoryGb > 0),
            ("disk_gb", terms.DiskGb > 0), ("bandwidth_mbps", terms.BandwidthMbps > 0), ("expire_at", until is null || until > now),
        ];
        var missing = needed.Where(field => !field.Fine)
            .ToDictionary(field => field.Field, field => new[] { $"{field.Field} is needed to make a host" });
        return missing.Count == 0
            ? null
            : new Error(ErrorKind.Validation, "request.invalid", missing.First().Value[0]) { Details = missing };
    }
}
