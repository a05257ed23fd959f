using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Proxies.Nodes;

public readonly record struct NodeId(long Value) : IId<NodeId>
{
    public static NodeId From(long value) => new(value);
}

public readonly record struct NodeKernelId(long Value) : IId<NodeKernelId>
{
    public static NodeKernelId From(long value) => new(value);
}

public readonly record struct NodeBootId(long Value) : IId<NodeBootId>
{
    public static NodeBootId From(long value) => new(value);
}
