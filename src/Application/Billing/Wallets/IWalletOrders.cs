using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Wallets;

namespace VpsPanel.Application.Billing.Wallets;

public interface IWalletOrders : IRepository<WalletOrder, WalletOrderId>;
