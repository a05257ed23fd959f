using AutoMapper;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Catalog.Queries;
using VpsPanel.Domain.Catalog;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Catalog.Commands;

/// <summary>Changes what the form mentions and keeps the rest.</summary>
public sealed record UpdateBillingCycle(BillingCycleId Id, BillingCycleFields Fields) : ICommand<BillingCycleView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("billing_cycle", "update", Id.Value, Fields);
}

internal sealed class UpdateBillingCycleHandler(IBillingCycles cycles, IMapper maps) : ICommandHandler<UpdateBillingCycle, BillingCycleView>
{
    public async Task<Result<BillingCycleView>> Handle(UpdateBillingCycle request, CancellationToken cancellationToken)
    {
        var cycle = await cycles.FindForUpdate(request.Id, cancellationToken);
        if (cycle is null)
            return CatalogErrors.BillingCycleNotFound;

        var terms = request.Fields.Over(cycle);
        var changed = cycle.Change(terms);
        return changed.IsSuccess ? maps.Map<BillingCycleView>(cycle) : changed.Error;
    }
}
