using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Hosts;

public static class VpsErrors
{
    public static Error NotFound { get; } = Error.NotFound("vps.not_found");

    public static Error NotReady { get; } = Error.Conflict("vps.not_ready", "provisioning");

    public static Error Locked { get; } = Error.Conflict("vps.locked", "the VPS is locked");

    public static Error Expired { get; } = Error.Conflict("vps.expired", "the VPS has expired");
}
