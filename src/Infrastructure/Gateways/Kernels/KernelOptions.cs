using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Kernels;

/// <summary>Section <c>Panel:Kernel</c> of the configuration.</summary>
public sealed class KernelOptions
{
    public const int MaxReplyBytes = 256 * 1024;

    public static TimeSpan MaxTimeout { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Origin and path of the control plane; blank when there is none.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Sent as bearer token when set.</summary>
    public string Token { get; set; } = "";

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the control plane may stand on a private or loopback address.</summary>
    public bool AllowPrivateAddresses { get; set; }

    internal bool IsValid => Timeout > TimeSpan.Zero && Timeout <= MaxTimeout && Links.IsService(BaseUrl)
        && Token.All(letter => letter is > ' ' and < '\x7f');
}
