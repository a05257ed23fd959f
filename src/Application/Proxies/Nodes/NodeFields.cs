using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes;

/// <summary>A node's form. What is missing keeps its value, or is the default of a new node.</summary>
public sealed record NodeFields(
    string? Name = null,
    string? Region = null,
    string? Country = null,
    string? Isp = null,
    [property: WordsOf(typeof(NodeStatus))] string? Status = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<string>? Protocols = null,
    int? CapacityMbps = null,
    string? Description = null)
{
    internal Result<NodeTerms> Over(Node? node)
    {
        if (ReadStatus(node) is not { } status)
            return Error.Validation("status", $"status must be one of {string.Join(", ", WireNames.All<NodeStatus>())}");

        return new NodeTerms(
            Name ?? node?.Name ?? "",
            Region ?? node?.Region ?? "",
            Country ?? node?.Country ?? "",
            Isp ?? node?.Isp ?? "",
            status,
            Tags ?? node?.Tags ?? [],
            Protocols ?? node?.Protocols ?? [],
            CapacityMbps ?? node?.CapacityMbps ?? 0,
            Description ?? node?.Description ?? "");
    }

    /// <summary>A new node is offline until its kernel was heard.</summary>
    private NodeStatus? ReadStatus(Node? node)
    {
        if (string.IsNullOrWhiteSpace(Status))
            return node?.Status ?? NodeStatus.Offline;

        return WireNames.TryParse<NodeStatus>(Status, out var status) ? status : null;
    }
}
