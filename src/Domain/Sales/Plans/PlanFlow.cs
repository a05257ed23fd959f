using VpsPanel.Domain.Common;
using static VpsPanel.Domain.Common.ActorKind;
using static VpsPanel.Domain.Sales.Plans.PlanMove;
using static VpsPanel.Domain.Sales.Plans.PlanStatus;
using Step = VpsPanel.Domain.Common.Transition<
    VpsPanel.Domain.Sales.Plans.PlanStatus, VpsPanel.Domain.Sales.Plans.PlanMove, VpsPanel.Domain.Common.ActorKind>;

namespace VpsPanel.Domain.Sales.Plans;

/// <summary>Orders keep their own copy of the plan, so an admin may move it either way at any time.</summary>
public static class PlanFlow
{
    public static Flow<PlanStatus, PlanMove, ActorKind> Table { get; } = new(
        "plan",
        new Step(Draft, Publish, Active, Admin),
        new Step(Archived, Publish, Active, Admin),
        new Step(Active, Archive, Archived, Admin),
        new Step(Draft, Archive, Archived, Admin),
        new Step(Active, Unpublish, Draft, Admin),
        new Step(Archived, Unpublish, Draft, Admin));

    /// <summary>The move that leads to a status, from wherever.</summary>
    public static PlanMove To(PlanStatus status) => Table.Rows.First(row => row.To == status).Move;
}
