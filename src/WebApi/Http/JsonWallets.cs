using System.Text.Json.Serialization;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.User;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(WalletResponse))]
[JsonSerializable(typeof(WalletOrderResponse))]
[JsonSerializable(typeof(ApprovedWalletOrder))]
[JsonSerializable(typeof(Page<WalletTransactionView>))]
[JsonSerializable(typeof(Page<WalletOrderView>))]
[JsonSerializable(typeof(WalletOrderBody))]
[JsonSerializable(typeof(AdjustBody))]
[JsonSerializable(typeof(RejectWalletOrderBody))]
internal sealed partial class WalletsJson : JsonSerializerContext;
