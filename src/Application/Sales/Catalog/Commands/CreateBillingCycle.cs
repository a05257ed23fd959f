using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

public sealed record CreateBillingCycle(BillingCycleFields Fields) : ICommand<BillingCycleView>, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Of("billing_cycle", "create", ((BillingCycleView)answer!).Id, Fields);
}

internal sealed class CreateBillingCycleHandler(IBillingCycles cycles, IMapper maps) : ICommandHandler<CreateBillingCycle, BillingCycleView>
{
    public async Task<Result<BillingCycleView>> Handle(CreateBillingCycle request, CancellationToken cancellationToken)
    {
        var created = BillingCycle.Create(request.Fields.Over(null));
        if (!created.IsSuccess)
            return created.Error;

        var cycle = created.Value;
        await cycles.Add(cycle, cancellationToken);
        return maps.Map<BillingCycleView>(cycle);
    }
}
