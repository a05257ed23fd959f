using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

public static class VpsErrors
{
    public static Error NotFound { get; } = Error.NotFound("vps.not_found");

    public static Error NotReady { get; } = Error.Conflict("vps.not_ready", "provisioning");

    public static Error Busy { get; } = Error.Conflict("vps.busy", "the VPS is busy; refresh it and try again");

    public static Error TemplateUnknown { get; } =
        Error.Validation("template_id", "must be an image that is offered for this VPS", "vps.template_unknown");

    /// <summary>A snapshot, backup, rule or mapping that this VPS does not have.</summary>
    public static Error PartNotFound { get; } = Error.NotFound("vps.part_not_found");

    public static Error DiskCannotShrink { get; } = Error.Validation("disk_gb", "disk_gb must not become smaller", "vps.disk_shrinks");

    public static Error HostTaken { get; } = Error.Conflict("vps.host_taken", "another VPS stands for this host");

    /// <summary>Nobody reaches the machine until an admin has linked it again.</summary>
    public static Error IdentityLost { get; } = Error.Conflict(
        "vps.identity_lost", "the upstream's id of this VPS does not stand for its machine any more; an admin has to link it again");

    /// <summary>An admin says that there is no machine, and the upstream says that there is one.</summary>
    public static Error MachineExists { get; } = Error.Conflict("vps.machine_exists", "the upstream has a machine of this VPS");

    public static Error ItemHasHost { get; } = Error.Conflict("vps.item_has_host", "this purchase has its VPS already");

    public static Error Locked { get; } = Error.Conflict("vps.locked", "the VPS is locked");

    public static Error Expired { get; } = Error.Conflict("vps.expired", "the VPS has expired");

    /// <summary>The words that clients look for.</summary>
    public static Error RenewalPending { get; } = Error.Conflict("vps.change_pending", "已有待处理续费订单，请先处理或撤销");

    public static Error PaidTooFarAhead { get; } = Error.Conflict("vps.paid_too_far_ahead", "the VPS is paid far ahead already");

    public static Error EmergencyRenewDisabled { get; } = Error.Forbidden("vps.emergency_renew_disabled", "emergency renew is disabled");

    public static Error NotInEmergency { get; } =
        Error.Forbidden("vps.not_in_emergency", "an emergency renewal is possible only shortly before the expiry");

    public static Error EmergencyRenewedBefore { get; } =
        Error.Conflict("vps.emergency_renewed_before", "the last emergency renewal was too short a time ago");

    public static Error ResizeDisabled { get; } = Error.Forbidden("vps.resize_disabled", "resize disabled");

    public static Error ResizeScheduleDisabled { get; } = Error.Forbidden("vps.resize_schedule_disabled", "scheduled resize disabled");

    public static Error SamePlan { get; } =
        Error.Validation("target_package_id", "resize target matches current plan", "vps.same_plan");

    public static Error OtherPlanGroup { get; } =
        Error.Validation("target_package_id", "the target package is not in the same plan group", "vps.other_plan_group");

    public static Error DiskShrinks { get; } = Error.Validation("spec", "the disk cannot become smaller", "vps.disk_shrinks");

    public static Error NoPackage { get; } = Error.Conflict("vps.no_package", "the VPS has no package of the catalogue");

    public static Error InvalidSchedule { get; } =
        Error.Validation("scheduled_at", "invalid scheduled_at: it must lie before the end of the paid period", "vps.invalid_schedule");

    public static Error RefundDisabled { get; } = Error.Forbidden("vps.refund_disabled", "refunds are disabled");

    public static Error NothingToRefund { get; } = Error.Forbidden("vps.nothing_to_refund", "there is nothing to refund");
}
