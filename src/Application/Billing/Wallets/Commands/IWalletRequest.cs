using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Application.Billing.Wallets.Commands;

/// <summary>What a customer may say of money that shall move.</summary>
public interface IWalletRequest
{
    string Currency { get; }

    string Note { get; }

    RawJson? Meta { get; }
}
