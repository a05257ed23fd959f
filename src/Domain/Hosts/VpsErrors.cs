using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Hosts;

public static class VpsErrors
{
    public static Error NotFound { get; } = Error.NotFound("vps.not_found");

    public static Error NotReady { get; } = Error.Conflict("vps.not_ready", "provisioning");

    public static Error Busy { get; } = Error.Conflict("vps.busy", "the VPS is busy; refresh it and try again");

    public static Error TemplateUnknown { get; } =
        Error.Validation("template_id", "must be an image that is offered for this VPS", "vps.template_unknown");

    /// <summary>A snapshot, backup, rule or mapping that this host does not have.</summary>
    public static Error PartNotFound { get; } = Error.NotFound("vps.part_not_found");

    public static Error DiskCannotShrink { get; } = Error.Validation("disk_gb", "disk_gb must not become smaller", "vps.disk_shrinks");

    public static Error HostTaken { get; } = Error.Conflict("vps.host_taken", "another VPS stands for this host");

    public static Error ItemHasHost { get; } = Error.Conflict("vps.item_has_host", "this purchase has its VPS already");

    public static Error Locked { get; } = Error.Conflict("vps.locked", "the VPS is locked");

    public static Error Expired { get; } = Error.Conflict("vps.expired", "the VPS has expired");
}
