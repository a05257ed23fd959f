using VpsPanel.Application.Provisioning.Commands;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Work;

/// <summary>
/// Does one kind of work on a host. Every step is a command of its own and no transaction is open while the upstream is asked. The
/// process may die between any two steps: the claim lapses, and the next try starts from what is stored.
/// </summary>
internal interface IHostTask
{
    bool Does(OrderItemAction action);

    /// <summary>One try. A refusal means that another one follows; the end of the work, good or bad, is a success.</summary>
    Task<Result> Try(HostWork work, CancellationToken ct);
}
