using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Sales.VpsOrders;

public static class OrderSettings
{
    public static readonly Setting<long?> UnpaidMinutes = SettingKinds.Number(
        "unpaid_order_minutes", 30, "Minutes after which an order that is to be paid by a gateway or the wallet is closed unpaid.", 1, 43_200);

    public static readonly Setting<long?> ManualHours = SettingKinds.Number(
        "manual_order_hours", 72, "Hours after which an order is closed unpaid whose customer chose approval or custom.", 1, 8760);

    public static readonly Setting<long?> MaxUnpaid = SettingKinds.Number(
        "max_unpaid_orders", 5, "Orders of one customer that may wait for money at once; 0 for no limit.", 0, 1000);

    public static readonly Setting<long?> MaxVps = SettingKinds.Number(
        "max_vps_per_user", 0, "VPS that one customer may have, those that are ordered included; 0 for no limit.", 0, 100_000);

    public static readonly Setting<long?> ReviewOverdueHours = SettingKinds.Number(
        "review_overdue_hours", 72, "Hours after which the admins are reminded of an order that waits for a review.", 1, 8760);

    /// <summary>How long an order may wait for a gateway or the wallet.</summary>
    public static async ValueTask<TimeSpan> PaymentWindow(this ISettings settings, CancellationToken ct) =>
        TimeSpan.FromMinutes(await settings.Number(UnpaidMinutes, ct));

    /// <summary>How long an order may wait that is paid in this way.</summary>
    public static ValueTask<TimeSpan> PaymentWindowOf(this ISettings settings, string method, CancellationToken ct) =>
        method is PaymentProviders.Approval or PaymentProviders.Custom ? settings.ManualPaymentWindow(ct) : settings.PaymentWindow(ct);

    /// <summary>How long an order may wait for money that a person confirms.</summary>
    public static async ValueTask<TimeSpan> ManualPaymentWindow(this ISettings settings, CancellationToken ct) =>
        TimeSpan.FromHours(await settings.Number(ManualHours, ct));
}
