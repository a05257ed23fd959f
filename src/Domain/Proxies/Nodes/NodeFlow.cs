using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Proxies.Nodes.NodeMove;
using static VpsPanel.Domain.Proxies.Nodes.NodeStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Proxies.Nodes.NodeStatus, VpsPanel.Domain.Proxies.Nodes.NodeMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Proxies.Nodes;

/// <summary>A sync brings back a node that was offline, never one that an admin took out of service.</summary>
public static class NodeFlow
{
    public static Flow<NodeStatus, NodeMove, ActorKind> Table { get; } = new(
        "node",
        new Step(Offline, Connect, Online, ActorKind.System, Admin),
        new Step(Maintenance, Connect, Online, Admin),
        new Step(Disabled, Connect, Online, Admin),
        new Step(Online, Disconnect, Offline, Admin),
        new Step(Maintenance, Disconnect, Offline, Admin),
        new Step(Disabled, Disconnect, Offline, Admin),
        new Step(Online, Maintain, Maintenance, Admin),
        new Step(Offline, Maintain, Maintenance, Admin),
        new Step(Disabled, Maintain, Maintenance, Admin),
        new Step(Online, Disable, Disabled, Admin),
        new Step(Offline, Disable, Disabled, Admin),
        new Step(Maintenance, Disable, Disabled, Admin));

    /// <summary>The move that leads to a status, from wherever.</summary>
    public static NodeMove To(NodeStatus status) => Table.Rows.First(row => row.To == status).Move;
}
