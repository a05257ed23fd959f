using System.Text.Json.Serialization;
using VpsPanel.Application.Engagement.Dashboard.Queries;
using VpsPanel.WebApi.Endpoints.Admin;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(Overview))]
[JsonSerializable(typeof(RevenueBody))]
[JsonSerializable(typeof(RevenueSeries))]
[JsonSerializable(typeof(VpsStatusCounts))]
internal sealed partial class DashboardJson : JsonSerializerContext;
