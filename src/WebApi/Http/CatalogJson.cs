using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Cart;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Application.Sales.Catalog.Queries;
using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.User;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(CatalogView))]
[JsonSerializable(typeof(Listing<RegionView>))]
[JsonSerializable(typeof(Listing<PlanGroupView>))]
[JsonSerializable(typeof(Listing<PackageView>))]
[JsonSerializable(typeof(Listing<SystemImageView>))]
[JsonSerializable(typeof(Listing<BillingCycleView>))]
[JsonSerializable(typeof(Listing<CartItemView>))]
[JsonSerializable(typeof(RegionFields))]
[JsonSerializable(typeof(PlanGroupFields))]
[JsonSerializable(typeof(PackageFields))]
[JsonSerializable(typeof(SystemImageFields))]
[JsonSerializable(typeof(BillingCycleFields))]
[JsonSerializable(typeof(IdsBody))]
[JsonSerializable(typeof(LineImagesBody))]
[JsonSerializable(typeof(CartItemBody))]
[JsonSerializable(typeof(CartChangeBody))]
internal sealed partial class CatalogJson : JsonSerializerContext;
