using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Domain.Proxies.Traffic;

/// <summary>A start of a node's counters. The one heard of last is the current one; what older ones still say came late.</summary>
public sealed class NodeBoot
{
    private NodeBoot()
    {
    }

    public NodeBootId Id { get; private set; }

    public NodeId NodeId { get; private set; }

    public string BootId { get; private set; } = "";

    public DateTimeOffset FirstSeenAt { get; private set; }

    public static NodeBoot Of(NodeId node, string bootId, DateTimeOffset now) =>
        new() { NodeId = node, BootId = bootId, FirstSeenAt = now };
}
