using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.Nodes.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes.Commands;

/// <summary>Asks the kernel what the node serves, and stores that.</summary>
/// <param name="Protocol">How to ask; blank for the usual way.</param>
public sealed record SyncKernel(NodeId Id, string? Protocol) : ICommand<SyncedKernel>, IAudited
{
    public AuditRecord Audit(object? answer) => new("node.sync", "node", Id.Value.ToString(), answer);
}

/// <param name="Protocol">What the kernel serves, which can differ from how it was asked.</param>
/// <param name="Warnings">Why clients do not get it, or not all of it; none when all is well.</param>
public sealed record SyncedKernel(
    long NodeId, string Protocol, string Revision, UnixSeconds SyncedAt, string Message, IReadOnlyList<string> Warnings);

internal sealed class SyncKernelValidator : AbstractValidator<SyncKernel>
{
    public SyncKernelValidator() => RuleFor(command => command.Protocol).MaximumLength(Protocols.MaxLength);
}

internal sealed class SyncKernelHandler(IReadDb db, INodes nodes, IKernels kernels, TimeProvider clock)
    : ICommandHandler<SyncKernel, SyncedKernel>
{
    public async Task<Result<SyncedKernel>> Handle(SyncKernel command, CancellationToken ct)
    {
        if (await db.Scalar(NodeArgs.Known, new NodeArgs(command.Id.Value), ct) == 0)
            return NodeErrors.NotFound;

        // No row is held while the kernel thinks.
        var told = await kernels.Discover(command.Id, command.Protocol ?? "", ct);
        if (!told.IsSuccess)
            return told.Error;

        if (await nodes.FindForUpdate(command.Id, ct) is not { } node)
            return NodeErrors.NotFound;

        // The kernel runs whatever this service thinks of it: what is wrong is told, and left out of profiles.
        var (now, faults) = (clock.GetUtcNow(), KernelCheck.Faults(told.Value));
        var synced = node.Sync(told.Value with { Config = KernelSecrets.Without(told.Value.Config) }, now);
        if (synced.IsSuccess)
            return new SyncedKernel(
                command.Id.Value, synced.Value.Protocol, synced.Value.Revision, now, "synchronised", [.. faults.Select(fault => fault.Message)]);

        return synced.Error.Kind == ErrorKind.Validation ? NodeErrors.KernelGarbage : synced.Error;
    }
}
