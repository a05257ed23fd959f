using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;

namespace VpsPanel.Application.Billing.Wallets;

/// <summary>Commands answer in the same shapes as the lists.</summary>
internal sealed class WalletMaps : Mappings
{
    public WalletMaps()
    {
        CreateMap<Wallet, WalletView>();
        CreateMap<WalletOrder, WalletOrderView>().ForCtorParam(
            nameof(WalletOrderView.Meta), view => view.MapFrom(order => order.Meta == null ? (RawJson?)null : new RawJson(order.Meta)));
    }
}
