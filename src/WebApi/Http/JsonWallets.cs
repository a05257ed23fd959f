using System.Text.Json.Serialization;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Wallets;
using VpsPanel.WebApi.Endpoints.Admin;
using VpsPanel.WebApi.Endpoints.User;

namespace VpsPanel.WebApi.Http;

[JsonSerializable(typeof(WalletAnswer))]
[JsonSerializable(typeof(WalletOrderAnswer))]
[JsonSerializable(typeof(ApprovedWalletOrder))]
[JsonSerializable(typeof(Page<WalletTransactionView>))]
[JsonSerializable(typeof(Page<WalletOrderView>))]
[JsonSerializable(typeof(WalletOrderBody))]
[JsonSerializable(typeof(AdjustBody))]
[JsonSerializable(typeof(RejectWalletOrderBody))]
internal sealed partial class WalletsJson : JsonSerializerContext;
