using VpsPanel.Domain.Proxies.Outbounds;

namespace VpsPanel.Domain.Proxies.Nodes;

/// <summary>What a node serves one protocol with.</summary>
public sealed class NodeKernel
{
    public const int MaxConfig = 64 * 1024;
    public const int MaxEndpoint = 255;
    public const int MaxRevision = 128;

    private NodeKernel()
    {
    }

    public NodeKernelId Id { get; private set; }

    /// <summary>Unique within the node.</summary>
    public string Protocol { get; private set; } = "";

    /// <summary>Where clients connect to: <c>host:port</c> or an address with a scheme; see <see cref="KernelEndpoint"/>.</summary>
    public string Endpoint { get; private set; } = "";

    /// <summary>Names the state of the config; blank when the kernel names none.</summary>
    public string Revision { get; private set; } = "";

    public KernelStatus Status { get; private set; }

    /// <summary>The protocol's parameters, a JSON object.</summary>
    public string Config { get; private set; } = "{}";

    public DateTimeOffset? LastSyncedAt { get; private set; }

    internal static NodeKernel For(string protocol) => new() { Protocol = protocol };

    internal void Set(KernelState state, KernelStatus status)
    {
        Endpoint = state.Endpoint.Trim();
        Revision = state.Revision.Trim();
        Config = state.Config;
        Status = status;
    }

    internal void SyncedAt(DateTimeOffset at) => LastSyncedAt = at;
}
