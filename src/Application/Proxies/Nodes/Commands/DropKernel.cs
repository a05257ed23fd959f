using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes.Commands;

/// <summary>Takes a protocol off a node: profiles name it no more, and the node gets no credentials for it.</summary>
public sealed record DropKernel(NodeId Id, string Protocol) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("node.drop_kernel", "node", Id.Value.ToString(), new { Protocol });
}

internal sealed class DropKernelHandler(INodes nodes) : ICommandHandler<DropKernel>
{
    public async Task<Result> Handle(DropKernel command, CancellationToken ct) =>
        await nodes.FindForUpdate(command.Id, ct) is { } node ? node.Drop(command.Protocol) : NodeErrors.NotFound;
}
