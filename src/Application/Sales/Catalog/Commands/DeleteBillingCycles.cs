using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Removes all of them or none.</summary>
public sealed record DeleteBillingCycles(IReadOnlyList<BillingCycleId> Ids) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Deleted("billing_cycle", Ids.Select(id => id.Value));
}

internal sealed class DeleteBillingCyclesValidator : AbstractValidator<DeleteBillingCycles>
{
    public DeleteBillingCyclesValidator() => RuleFor(command => command.Ids).SomeIds();
}

internal sealed class DeleteBillingCyclesHandler(IBillingCycles cycles) : ICommandHandler<DeleteBillingCycles>
{
    public async Task<Result> Handle(DeleteBillingCycles request, CancellationToken cancellationToken)
    {
        foreach (var id in request.Ids.Distinct().OrderBy(id => id.Value))
        {
            if (await cycles.FindForUpdate(id, cancellationToken) is not { } cycle)
                return CatalogErrors.BillingCycleNotFound;

            cycle.Withdraw();
            cycles.Remove(cycle);
        }

        return Result.Success;
    }
}
