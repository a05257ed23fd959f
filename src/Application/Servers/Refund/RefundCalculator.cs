using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>What the owner of a VPS would get back for it now.</summary>
public sealed class RefundCalculator(IOrders orders, ISettings settings, TimeProvider clock)
{
    /// <summary>The unused part of its paid time, never more than is held of what was paid; certain while the VPS is held.</summary>
    public async Task<Money> Due(Vps vps, CancellationToken ct) => vps.RefundDue(
        await Policy(ct), await orders.PaymentsFor(vps.Id, ct), await orders.PaidItems(vps.Id, ct), clock.GetUtcNow());

    private async Task<RefundPolicy> Policy(CancellationToken ct) => new(
        await settings.Get(RefundSettings.Curve, ct),
        await Time(RefundSettings.FullHours, RefundSettings.FullDays, ct),
        await Time(RefundSettings.ProrateHours, RefundSettings.ProrateDays, ct),
        await Time(RefundSettings.NoRefundHours, RefundSettings.NoRefundDays, ct));

    private async Task<TimeSpan> Time(Setting<long?> hours, Setting<long?> days, CancellationToken ct) =>
        await settings.Number(hours, ct) is > 0 and var set ? TimeSpan.FromHours(set) : TimeSpan.FromDays(await settings.Number(days, ct));
}
