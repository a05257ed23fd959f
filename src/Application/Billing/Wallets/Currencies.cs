using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets;

/// <summary>Judges currencies and the decimals of amounts by the setting <c>currencies</c>.</summary>
public sealed class Currencies(ISettings settings, IReadDb db)
{
    private static readonly Sql<Args, Held> Wallet = new(
        "select w.currency from wallets w where w.user_id = @UserId and w.currency = @Currency");

    /// <summary>For money that is to be taken in; <c>currency.unknown</c> or <c>currency.decimals</c>, null when it is fine.</summary>
    /// <param name="field">The field that holds the amount.</param>
    public async Task<Error?> Refuse(Money amount, string field, CancellationToken ct) =>
        (await settings.Get(CurrencySettings.Currencies, ct)).Refuse(amount, field);

    /// <summary>For money that is there: a currency that was taken off the list keeps the wallets opened in it.</summary>
    public async Task<Error?> RefuseUnlessHeld(UserId user, string currency, CancellationToken ct)
    {
        if ((await settings.Get(CurrencySettings.Currencies, ct)).Has(currency))
            return null;

        return await db.First(Wallet, new Args(user.Value, currency), ct) is null ? CurrencyList.Unknown : null;
    }

    /// <inheritdoc cref="RefuseUnlessHeld(UserId, string, CancellationToken)"/>
    /// <param name="field">The field that holds the amount.</param>
    public async Task<Error?> RefuseUnlessHeld(UserId user, Money amount, string field, CancellationToken ct)
    {
        var list = await settings.Get(CurrencySettings.Currencies, ct);
        return list.Has(amount.Currency) ? list.Refuse(amount, field) : await RefuseUnlessHeld(user, amount.Currency, ct);
    }

    internal sealed record Args(long UserId, string Currency);

    internal sealed record Held(string Currency);
}
