using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Jobs;

/// <summary>
/// Does one kind of work on a host. Every step is a command of its own and no transaction is open while the upstream is asked. The
/// process may die between any two steps: the claim lapses, and the next try starts from what is stored.
/// </summary>
internal interface IProvisionJobHandler
{
    bool Handles(OrderItemAction action);

    /// <summary>One try. A refusal means that another one follows; the end of the work, good or bad, is a success.</summary>
    Task<Result> Run(JobWork work, CancellationToken ct);
}
