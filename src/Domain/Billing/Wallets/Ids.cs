using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Billing.Wallets;

public readonly record struct WalletId(long Value) : IId<WalletId>
{
    public static WalletId From(long value) => new(value);
}

public readonly record struct WalletEntryId(long Value) : IId<WalletEntryId>
{
    public static WalletEntryId From(long value) => new(value);
}

public readonly record struct WalletOrderId(long Value) : IId<WalletOrderId>
{
    public static WalletOrderId From(long value) => new(value);
}
