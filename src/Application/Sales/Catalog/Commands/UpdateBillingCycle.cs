using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Changes what the form mentions and keeps the rest.</summary>
public sealed record UpdateBillingCycle(BillingCycleId Id, BillingCycleFields Fields) : ICommand<BillingCycleView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("billing_cycle", "update", Id.Value, Fields);
}

internal sealed class UpdateBillingCycleHandler(IBillingCycles cycles, IMapper maps, TimeProvider clock)
    : ICommandHandler<UpdateBillingCycle, BillingCycleView>
{
    public async Task<Result<BillingCycleView>> Handle(UpdateBillingCycle request, CancellationToken cancellationToken)
    {
        var cycle = await cycles.FindForUpdate(request.Id, cancellationToken);
        if (cycle is null)
            return CatalogErrors.BillingCycleNotFound;

        var terms = request.Fields.Over(cycle);
        var changed = cycle.Change(terms);
        if (!changed.IsSuccess)
            return changed.Error;

        // The row is stamped when it is stored, which is after this answer is made.
        return maps.Map<BillingCycleView>(cycle) with { UpdatedAt = clock.GetUtcNow() };
    }
}
