using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Outbounds;

namespace VpsPanel.Domain.Proxies.Nodes;

/// <summary>What is known of a kernel.</summary>
/// <param name="Protocol">Folded when it is stored.</param>
/// <param name="Config">A JSON object.</param>
public sealed record KernelState(string Protocol, string Endpoint, string Revision, string Config)
{
    internal Error? Fault => new FieldErrors()
        .Unless(Protocols.IsName(Protocols.Fold(Protocol)), "protocol", "must be a name such as vless")
        .Text("endpoint", Endpoint, NodeKernel.MaxEndpoint)
        .Unless(Endpoint.Trim().Length == 0 || KernelEndpoint.Parse(Endpoint) is not null, "endpoint", "must be host:port")
        .Text("revision", Revision, NodeKernel.MaxRevision)
        .Unless(!Revision.Any(char.IsControl), "revision", "must be one line of text")
        .Text("config", Config, NodeKernel.MaxConfig)
        .Error;
}
