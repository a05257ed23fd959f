using System.Text.Json.Serialization;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Hosts.Commands;
using VpsPanel.Application.Hosts.Queries;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Provisioning.Queries;
using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.User;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(VpsView))]
[JsonSerializable(typeof(Listing<VpsView>))]
[JsonSerializable(typeof(Page<VpsView>))]
[JsonSerializable(typeof(VpsMonitor))]
[JsonSerializable(typeof(UpstreamParts))]
[JsonSerializable(typeof(FreePorts))]
[JsonSerializable(typeof(VpsBody))]
[JsonSerializable(typeof(NewVpsBody))]
[JsonSerializable(typeof(SizesBody))]
[JsonSerializable(typeof(AdminStatusBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(ExpiryBody))]
[JsonSerializable(typeof(ResetOsBody))]
[JsonSerializable(typeof(OsPasswordBody))]
[JsonSerializable(typeof(FirewallRuleBody))]
[JsonSerializable(typeof(PortMappingBody))]
[JsonSerializable(typeof(OrderView))]
[JsonSerializable(typeof(QuotedResize))]
[JsonSerializable(typeof(OrderedResize))]
[JsonSerializable(typeof(RequestedRefund))]
[JsonSerializable(typeof(MoreTime))]
[JsonSerializable(typeof(OtherSize))]
[JsonSerializable(typeof(RefundWish))]
[JsonSerializable(typeof(AutomationAccount))]
[JsonSerializable(typeof(AutomationChange))]
internal sealed partial class HostsJson : JsonSerializerContext;
