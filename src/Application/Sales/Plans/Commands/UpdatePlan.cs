using AutoMapper;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Application.Sales.Plans.Commands;

/// <summary>Changes what the form mentions and keeps the rest. Orders keep the plan as it was when they were placed.</summary>
public sealed record UpdatePlan(PlanId Id, PlanFields Fields) : ICommand<PlanView>, IAudited
{
    public AuditRecord Audit(object? answer) => new("plan.update", "plan", Id.Value.ToString(), Fields);
}

internal sealed class UpdatePlanHandler(IPlans plans, Currencies currencies, IUnitOfWork work, IMapper maps) : ICommandHandler<UpdatePlan, PlanView>
{
    public async Task<Result<PlanView>> Handle(UpdatePlan command, CancellationToken ct)
    {
        if (await plans.FindForUpdate(command.Id, ct) is not { } plan)
            return PlanErrors.NotFound;

        var terms = command.Fields.Over(plan);
        if (!terms.IsSuccess)
            return terms.Error;

        if (await plans.FindBySlug(PlanSlugs.Of(terms.Value.Slug, terms.Value.Name), ct) is { } other && other != plan)
            return PlanErrors.SlugTaken;

        var changed = plan.Change(terms.Value);
        if (!changed.IsSuccess)
            return changed.Error;

        var isPriced = command.Fields.PriceCents is not null || !string.IsNullOrWhiteSpace(command.Fields.Currency);
        if (isPriced && await currencies.Refuse(plan.Price, "price_cents", ct) is { } failure)
            return failure;

        work.Stamp();
        return maps.Map<PlanView>(plan);
    }
}
