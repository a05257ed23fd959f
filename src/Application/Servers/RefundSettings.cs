using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers;

public static class RefundSettings
{
    public static readonly Setting<bool?> Enabled = SettingKinds.Switch("refund_enabled", true, "Whether owners may ask for refunds.");

    public static readonly Setting<long?> FullDays =
        SettingKinds.Number("refund_full_days", 1, "Days after the start in which all is refunded; 0 switches the rule off.", 0, 3650);

    public static readonly Setting<long?> ProrateDays =
        SettingKinds.Number("refund_prorate_days", 7, "Days after the start until which a shrinking part is refunded; 0 for off.", 0, 3650);

    public static readonly Setting<long?> NoRefundDays =
        SettingKinds.Number("refund_no_refund_days", 30, "Days after the start from which nothing is refunded; 0 for off.", 0, 3650);

    public static readonly Setting<long?> FullHours =
        SettingKinds.Number("refund_full_hours", 0, "Hours instead of refund_full_days, when more than 0.", 0, 87_600);

    public static readonly Setting<long?> ProrateHours =
        SettingKinds.Number("refund_prorate_hours", 0, "Hours instead of refund_prorate_days, when more than 0.", 0, 87_600);

    public static readonly Setting<long?> NoRefundHours =
        SettingKinds.Number("refund_no_refund_hours", 0, "Hours instead of refund_no_refund_days, when more than 0.", 0, 87_600);

    public static readonly Setting<RatioCurve> Curve = JsonSettings.Curve(
        "refund_curve_json",
        "Refunded part of the price at a percentage of the period; replaces the day and hour rules when it has points.");

    public static readonly Setting<bool?> RequiresApproval =
        SettingKinds.Switch("refund_requires_approval", true, "Whether an admin decides on refunds; otherwise they are approved at once.");

    public static readonly Setting<bool?> OnAdminDelete =
        SettingKinds.Switch("refund_on_admin_delete", true, "Whether the owner is refunded when an admin deletes a VPS.");
}
