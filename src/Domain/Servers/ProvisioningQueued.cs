using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Domain.Servers;

/// <summary>There is a VPS to build or to change, or to follow up.</summary>
[EventName("provision_job.queued")]
public sealed record ProvisioningQueued(OrderId OrderId, OrderItemId OrderItemId) : IDomainEvent;
