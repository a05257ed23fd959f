using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Application.Sales.Catalog.Commands;

/// <summary>Removes all of them or none. One that has packages stays.</summary>
public sealed record DeletePlanGroups(IReadOnlyList<PlanGroupId> Ids) : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => CatalogAudit.Deleted("plan_group", Ids.Select(id => id.Value));
}

internal sealed class DeletePlanGroupsValidator : AbstractValidator<DeletePlanGroups>
{
    public DeletePlanGroupsValidator() => RuleFor(command => command.Ids).SomeIds();
}

internal sealed class DeletePlanGroupsHandler(IPlanGroups groups, IPackages packages) : ICommandHandler<DeletePlanGroups>
{
    public async Task<Result> Handle(DeletePlanGroups request, CancellationToken cancellationToken)
    {
        foreach (var id in request.Ids.Distinct().OrderBy(id => id.Value))
        {
            if (await groups.FindForUpdate(id, cancellationToken) is not { } group)
                return CatalogErrors.PlanGroupNotFound;

            if (await packages.HasAnyIn(id, cancellationToken))
                return CatalogErrors.PlanGroupInUse;

            group.Withdraw();
            groups.Remove(group);
        }

        return Result.Success;
    }
}
