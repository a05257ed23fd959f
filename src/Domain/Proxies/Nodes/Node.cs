using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Proxies.Nodes;

/// <summary>A node or one of its kernels is different now.</summary>
[EventName("node.changed")]
public sealed record NodeChanged : IDomainEvent;

/// <summary>What an admin decides about a node.</summary>
/// <param name="CapacityMbps">0 when unknown.</param>
public sealed record NodeTerms(
    string Name,
    string Region,
    string Country,
    string Isp,
    NodeStatus Status,
    IReadOnlyList<string> Tags,
    IReadOnlyList<string> Protocols,
    int CapacityMbps,
    string Description);

/// <summary>A machine that carries subscribers' traffic, and what it serves each protocol with.</summary>
[StreamName("node")]
public sealed class Node : AggregateRoot<NodeId>
{
    public const int MaxKernels = 32;

    // Words that clients use for policies of their own; a proxy of that name stops the whole profile.
    private static readonly string[] ReservedNames = ["DIRECT", "REJECT", "REJECT-DROP", "COMPATIBLE", "PASS", "GLOBAL", "DNS"];

    private const int MaxTags = 20;
    private const int MaxTag = 32;
    private const int MaxCapacityMbps = 10_000_000;

    private readonly List<NodeKernel> _kernels = [];

    private Node()
    {
    }

    /// <summary>Unique.</summary>
    public string Name { get; private set; } = "";

    public string Region { get; private set; } = "";

    public string Country { get; private set; } = "";

    public string Isp { get; private set; } = "";

    public NodeStatus Status { get; private set; }

    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>Sorted.</summary>
    public IReadOnlyList<string> Protocols { get; private set; } = [];

    /// <summary>0 when unknown.</summary>
    public int CapacityMbps { get; private set; }

    public string Description { get; private set; } = "";

    public DateTimeOffset? LastSyncedAt { get; private set; }

    public IReadOnlyList<NodeKernel> Kernels => _kernels;

    public static Result<Node> Create(NodeTerms terms)
    {
        var node = new Node();
        var applied = node.Change(terms);
        return applied.IsSuccess ? node : applied.Error;
    }

    public Result Change(NodeTerms terms)
    {
        string[] tags = [.. terms.Tags.Select(tag => (tag ?? "").Trim()).Where(tag => tag.Length > 0).Distinct()];
        string[] protocols = [.. terms.Protocols.Select(
            name => VpsPanel.Domain.Proxies.Nodes.Protocols.Fold(name ?? "")).Where(name => name.Length > 0).Distinct()
            .Order(StringComparer.Ordinal)];
        if (Fault(terms, tags, protocols) is { } error)
            return error;

        // A name from before this rule stays until it is changed; profiles give it a number.
        if (ReservedNames.Contains(terms.Name.Trim()) && terms.Name.Trim() != Name)
            return Error.Validation("name", "name must not be a word of clients such as DIRECT");

        Name = terms.Name.Trim();
        Region = terms.Region.Trim();
        Country = terms.Country.Trim();
        Isp = terms.Isp.Trim();
        if (terms.Status != Status)
            Move(NodeFlow.To(terms.Status), ActorKind.Admin);

        Tags = tags;
        Protocols = protocols;
        CapacityMbps = terms.CapacityMbps;
        Description = terms.Description.Trim();
        Raise(new NodeChanged());
        return Result.Success;
    }

    public void Disable()
    {
        if (Status == NodeStatus.Disabled)
            return;

        Move(NodeMove.Disable, ActorKind.Admin);
        Raise(new NodeChanged());
    }

    public NodeKernel? Kernel(string protocol) =>
        _kernels.Find(kernel => kernel.Protocol == VpsPanel.Domain.Proxies.Nodes.Protocols.Fold(protocol));

    /// <summary>An admin's word on a kernel, which the next sync may replace.</summary>
    public Result<NodeKernel> Configure(KernelState state) => Put(state, KernelStatus.Configured);

    /// <summary>The kernel's own word. A node that an admin took out of service stays out.</summary>
    public Result<NodeKernel> Sync(KernelState state, DateTimeOffset at)
    {
        var put = Put(state, KernelStatus.Synced);
        if (!put.IsSuccess)
            return put.Error;

        put.Value.SyncedAt(at);
        LastSyncedAt = at;
        if (Status == NodeStatus.Offline)
            Move(NodeMove.Connect, ActorKind.System);

        return put;
    }

    /// <summary>The node serves the protocol no more. A sync brings it back when the kernel still does.</summary>
    public Result Drop(string protocol)
    {
        if (Kernel(protocol) is not { } kernel)
            return NodeErrors.NoSuchKernel;

        _kernels.Remove(kernel);
        Protocols = [.. Protocols.Where(name => name != kernel.Protocol)];
        Raise(new NodeChanged());
        return Result.Success;
    }

    private static Error? Fault(NodeTerms terms, string[] tags, string[] protocols) => new FieldErrors()
        .Name("name", terms.Name)
        .Text("region", terms.Region, 64)
        .Text("country", terms.Country, 64)
        .Text("isp", terms.Isp, 64)
        .Unless(
            tags.Length <= MaxTags && tags.All(tag => tag.Length <= MaxTag), "tags", $"must be at most {MaxTags} of {MaxTag} characters")
        .Unless(
            protocols.Length <= MaxKernels && protocols.All(VpsPanel.Domain.Proxies.Nodes.Protocols.IsName), "protocols",
            "must be names such as vless")
        .Range("capacity_mbps", terms.CapacityMbps, 0, MaxCapacityMbps)
        .Text("description", terms.Description, 500)
        .Error;

    private void Move(NodeMove move, ActorKind by) => Status = NodeFlow.Table.Next(Status, move, by).Value;

    private Result<NodeKernel> Put(KernelState state, KernelStatus status)
    {
        if (state.Fault is { } fault)
            return fault;

        var protocol = VpsPanel.Domain.Proxies.Nodes.Protocols.Fold(state.Protocol);
        var kernel = Kernel(protocol);
        if (kernel is null)
        {
            if (_kernels.Count >= MaxKernels)
                return NodeErrors.TooManyKernels;

            kernel = NodeKernel.For(protocol);
            _kernels.Add(kernel);
        }

        kernel.Set(state, status);
        if (!Protocols.Contains(protocol))
            Protocols = [.. Protocols.Append(protocol).Order(StringComparer.Ordinal)];

        Raise(new NodeChanged());
        return kernel;
    }
}
