using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Servers;

public static class ProvisioningErrors
{
    public static Error ClaimLost { get; } = Error.Conflict("provisioning.claim_lost", "somebody else works on this job");

    public static Error MayStillAppear { get; } =
        Error.Conflict("provisioning.may_still_appear", "the upstream was asked for this host and may still make it");
}
