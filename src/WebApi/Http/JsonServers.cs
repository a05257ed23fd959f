using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Admin;
using VpsPanel.Application.Servers.Network;
using VpsPanel.Application.Servers.Operate;
using VpsPanel.Application.Servers.Refund;
using VpsPanel.Application.Servers.Resize;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.User;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(VpsView))]
[JsonSerializable(typeof(Listing<VpsView>))]
[JsonSerializable(typeof(Page<VpsView>))]
[JsonSerializable(typeof(VpsMonitor))]
[JsonSerializable(typeof(UpstreamResource))]
[JsonSerializable(typeof(FreePorts))]
[JsonSerializable(typeof(VpsBody))]
[JsonSerializable(typeof(NewVpsBody))]
[JsonSerializable(typeof(SizesBody))]
[JsonSerializable(typeof(AdminStatusBody))]
[JsonSerializable(typeof(ReasonBody))]
[JsonSerializable(typeof(RelinkBody))]
[JsonSerializable(typeof(RelinkedVps))]
[JsonSerializable(typeof(ExpiryBody))]
[JsonSerializable(typeof(ResetOsBody))]
[JsonSerializable(typeof(OsPasswordBody))]
[JsonSerializable(typeof(FirewallRuleBody))]
[JsonSerializable(typeof(PortMappingBody))]
[JsonSerializable(typeof(OrderView))]
[JsonSerializable(typeof(QuotedResize))]
[JsonSerializable(typeof(OrderedResize))]
[JsonSerializable(typeof(RequestedRefund))]
[JsonSerializable(typeof(RenewVpsRequest))]
[JsonSerializable(typeof(ResizeVpsRequest))]
[JsonSerializable(typeof(RefundVpsRequest))]
[JsonSerializable(typeof(AutomationAccount))]
[JsonSerializable(typeof(AutomationChange))]
internal sealed partial class ServersJson : JsonSerializerContext;
