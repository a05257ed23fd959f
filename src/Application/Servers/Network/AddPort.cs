using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Network;

/// <summary>The owner has a port of the shared address lead to one of their host.</summary>
/// <param name="PublicPort">Blank lets the upstream choose.</param>
public sealed record AddPort(VpsId Id, string Name, string PublicPort, int HostPort) : ICommand;

internal sealed class AddPortValidator : AbstractValidator<AddPort>
{
    public AddPortValidator()
    {
        RuleFor(command => command.Name).MaximumLength(64)
            .Must(name => !name.Any(char.IsControl)).WithMessage("must not contain control characters");
        RuleFor(command => command.PublicPort).Must(port => port.Length == 0 || VpsRules.IsPort(port))
            .OverridePropertyName("sport").WithMessage("must be a port from 1 to 65535, or blank");
        RuleFor(command => command.HostPort).Port().OverridePropertyName("dport");
    }
}

internal sealed class AddPortHandler(VpsAccessGuard guard, IAutomation automation) : ICommandHandler<AddPort>
{
    public async Task<Result> Handle(AddPort command, CancellationToken ct)
    {
        var host = await guard.ForChange(command.Id, Freshness.Recent, ct);
        return host.IsSuccess
            ? await automation.AddPort(host.Value.Machine, new PortMapping(command.Name, command.PublicPort, command.HostPort), ct)
            : host.Error;
    }
}
