using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes;

/// <summary>The control plane that knows what the nodes serve.</summary>
public interface IKernels
{
    /// <summary>
    /// What the node serves now: <c>kernel.not_configured</c> when there is no way to ask like that, <c>kernel.not_found</c> when the
    /// kernel does not know the node, and an upstream refusal for all that goes wrong on the way.
    /// </summary>
    /// <param name="provider">How to ask, such as <c>http</c>; blank for the usual way.</param>
    Task<Result<KernelState>> Discover(NodeId node, string provider, CancellationToken ct);
}
