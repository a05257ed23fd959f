using System.Text.Json.Serialization;
using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Identity.RealNames.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.User;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(RealNameState))]
[JsonSerializable(typeof(RealNameBody))]
[JsonSerializable(typeof(RealNameView))]
[JsonSerializable(typeof(Page<RealNameView>))]
[JsonSerializable(typeof(RealNameConfig))]
[JsonSerializable(typeof(RealNameConfigBody))]
[JsonSerializable(typeof(RealNameDecision))]
[JsonSerializable(typeof(Listing<RealNameProviderView>))]
internal sealed partial class RealNamesJson : JsonSerializerContext;
