using AutoMapper;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets;

/// <summary>Commands answer in the same shapes as the lists.</summary>
internal sealed class WalletMaps : Mappings
{
    public WalletMaps()
    {
        CreateMap<Wallet, WalletView>().ConvertUsing(wallet => new WalletView(
            wallet.UserId.Value, wallet.Balance, wallet.Available, wallet.Frozen, wallet.Currency, wallet.UpdatedAt));
        CreateMap<WalletOrder, WalletOrderView>().ConvertUsing(order => View(order));
    }

    private static WalletOrderView View(WalletOrder order) => new(
        order.Id.Value,
        order.UserId.Value,
        WireNames.Of(order.Type),
        order.Amount,
        order.Currency,
        WireNames.Of(order.Status),
        order.Note,
        order.Meta is null ? null : new RawJson(order.Meta),
        order.ReviewedBy?.Value,
        order.ReviewReason,
        order.CreatedAt,
        order.UpdatedAt);
}
