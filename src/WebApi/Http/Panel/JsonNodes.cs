using System.Text.Json.Serialization;
using VpsPanel.Application.Proxies.Nodes;
using VpsPanel.Application.Proxies.Nodes.Commands;
using VpsPanel.Application.Proxies.Traffic.Commands;
using VpsPanel.WebApi.Endpoints.Node;
using VpsPanel.WebApi.Endpoints.Panel;

namespace VpsPanel.WebApi.Http.Panel;

[JsonSerializable(typeof(NodeFields))]
[JsonSerializable(typeof(NodeView))]
[JsonSerializable(typeof(NodeList))]
[JsonSerializable(typeof(NodeClientList))]
[JsonSerializable(typeof(KernelBody))]
[JsonSerializable(typeof(KernelView))]
[JsonSerializable(typeof(KernelList))]
[JsonSerializable(typeof(SyncBody))]
[JsonSerializable(typeof(SyncedKernel))]
[JsonSerializable(typeof(TrafficBody))]
[JsonSerializable(typeof(TrafficReceipt))]
[JsonSerializable(typeof(CounterBody))]
[JsonSerializable(typeof(NodeUserList))]
[JsonSerializable(typeof(SecurityBody))]
[JsonSerializable(typeof(SecurityResponse))]
internal sealed partial class NodesJson : JsonSerializerContext;
