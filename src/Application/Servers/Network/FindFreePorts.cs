using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Network;

/// <summary>Ports of the shared address that could lead to the owner's host.</summary>
/// <param name="Digits">Which the ports contain; blank for any.</param>
public sealed record FindFreePorts(VpsId Id, string Digits) : IQuery<FreePorts>;

public sealed record FreePorts(IReadOnlyList<int> Data);

internal sealed class FindFreePortsValidator : AbstractValidator<FindFreePorts>
{
    public FindFreePortsValidator() => RuleFor(query => query.Digits)
        .Must(digits => digits.Length <= 5 && digits.All(char.IsAsciiDigit)).OverridePropertyName("keywords")
        .WithMessage("must be digits of a port");
}

internal sealed class FindFreePortsHandler(VpsAccessGuard guard, IAutomation automation) : IQueryHandler<FindFreePorts, FreePorts>
{
    public async Task<Result<FreePorts>> Handle(FindFreePorts query, CancellationToken ct)
    {
        var host = await guard.ForUse(query.Id, Freshness.Recent, ct);
        return host.IsSuccess
            ? (await automation.FindPorts(host.Value.Machine, query.Digits, ct)).Map(ports => new FreePorts(ports))
            : host.Error;
    }
}
