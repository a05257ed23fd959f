using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Resize;

public static class ResizeSettings
{
    private const long MaxCents = 100_000_000;

    public static readonly Setting<bool?> Enabled = SettingKinds.Switch("resize_enabled", true, "Whether owners may resize their VPS.");

    public static readonly Setting<bool?> ScheduledEnabled =
        SettingKinds.Switch("resize_scheduled_enabled", true, "Whether a resize may be scheduled for later.");

    public static readonly Setting<string> PriceMode = SettingKinds.Word(
        "resize_price_mode", "remaining", "Charge the difference for the remaining period or for a full one.", "remaining", "full");

    public static readonly Setting<decimal?> RefundRatio =
        SettingKinds.Decimal("resize_refund_ratio", 1, "Part of a negative charge that is refunded.", 0, 1);

    public static readonly Setting<string> Rounding =
        SettingKinds.Word("resize_rounding", "round", "How charges are rounded to the cent.", "round", "ceil", "floor");

    public static readonly Setting<Money?> MinCharge =
        SettingKinds.Amount("resize_min_charge", 0, "Smallest charge in yuan; smaller ones are raised to it.", MaxCents);

    public static readonly Setting<Money?> MinRefund =
        SettingKinds.Amount("resize_min_refund", 0, "Smallest refund in yuan; smaller ones are not paid.", MaxCents);

    public static readonly Setting<bool?> RefundToWallet =
        SettingKinds.Switch(
            "resize_refund_to_wallet", true, "Whether the refund of a downgrade goes to the wallet; otherwise none is paid.");

    public static readonly Setting<RatioCurve> ChargeCurve = JsonSettings.Curve(
        "resize_charge_curve_json", "Charged part of the difference at an elapsed percentage of the period; none charges by time.");

    public static async Task<ResizePricing> ResizePricing(this ISettings settings, CancellationToken ct) => new(
        await settings.Get(PriceMode, ct) == "full",
        await settings.Get(Rounding, ct) switch
        {
            "ceil" => MidpointRounding.ToPositiveInfinity,
            "floor" => MidpointRounding.ToNegativeInfinity,
            _ => MidpointRounding.AwayFromZero,
        },
        (await settings.Get(MinCharge, ct))!.Value,
        (await settings.Get(MinRefund, ct))!.Value,
        (await settings.Get(RefundRatio, ct))!.Value,
        await settings.IsOn(RefundToWallet, ct),
        await settings.Get(ChargeCurve, ct));
}
