using System.Text.Json;
using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Application.Proxies.Nodes.Commands;

/// <summary>
/// Writes down by hand what a node serves a protocol with. What is missing keeps its value; the next sync may replace it. What the clients
/// of the protocol could not be given is refused by the names of the keys.
/// </summary>
public sealed record ConfigureKernel(NodeId Id, string Protocol, string? Endpoint, string? Revision, RawJson? Config)
    : ICommand<KernelView>, IAudited
{
    // A config may hold keys of the protocol.
    public AuditRecord Audit(object? answer) =>
        new("node.configure_kernel", "node", Id.Value.ToString(), new { Protocol, Endpoint, Revision });
}

internal sealed class ConfigureKernelValidator : AbstractValidator<ConfigureKernel>
{
    public ConfigureKernelValidator() => RuleFor(command => command.Config).Must(IsObject).WithMessage("must be a JSON object");

    private static bool IsObject(RawJson? config)
    {
        if (config is not { } given)
            return true;

        using var document = JsonDocument.Parse(given.Text);
        return document.RootElement.ValueKind == JsonValueKind.Object;
    }
}

internal sealed class ConfigureKernelHandler(INodes nodes, IMapper maps) : ICommandHandler<ConfigureKernel, KernelView>
{
    public async Task<Result<KernelView>> Handle(ConfigureKernel command, CancellationToken ct)
    {
        if (await nodes.FindForUpdate(command.Id, ct) is not { } node)
            return NodeErrors.NotFound;

        var known = node.Kernel(command.Protocol);
        var wanted = new KernelState(
            command.Protocol,
            command.Endpoint ?? known?.Endpoint ?? "",
            command.Revision ?? known?.Revision ?? "",
            command.Config?.Text ?? known?.Config ?? "{}");
        if (KernelCheck.Fault(wanted) is { } fault)
            return fault;

        var configured = node.Configure(wanted);
        return configured.IsSuccess ? maps.Map<KernelView>(configured.Value) : configured.Error;
    }
}
