using AutoMapper;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Application.Sales.Plans.Commands;

public sealed record CreatePlan(PlanFields Fields) : ICommand<PlanView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("plan.create", "plan", ((PlanView)answer!).Id.ToString(), Fields);
}

internal sealed class CreatePlanHandler(IPlans plans, Currencies currencies, IMapper maps) : ICommandHandler<CreatePlan, PlanView>
{
    public async Task<Result<PlanView>> Handle(CreatePlan command, CancellationToken ct)
    {
        // Absent is not free: a price must be named, be it 0.
        if (command.Fields.PriceCents is null)
            return Error.Validation("price_cents", "price_cents is required");

        var terms = command.Fields.Over(null);
        if (!terms.IsSuccess)
            return terms.Error;

        var created = Plan.Create(terms.Value);
        if (!created.IsSuccess)
            return created.Error;

        if (await currencies.Refuse(created.Value.Price, "price_cents", ct) is { } failure)
            return failure;

        if (await plans.FindBySlug(created.Value.Slug, ct) is not null)
            return PlanErrors.SlugTaken;

        await plans.Add(created.Value, ct);
        return maps.Map<PlanView>(created.Value);
    }
}
