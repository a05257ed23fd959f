using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Queries;

/// <summary>The ways in which the caller can pay, without anything that only the operator may know.</summary>
public sealed record ListPaymentMethods : IQuery<Listing<PaymentMethodView>>;

/// <param name="Balance">What the caller could spend; 0 for methods other than the wallet.</param>
public sealed record PaymentMethodView(string Key, string Name, string SchemaJson, string ConfigJson, Yuan Balance);

internal sealed class ListPaymentMethodsHandler(PaymentProviders providers, IReadDb db, ICurrentActor actor)
    : IQueryHandler<ListPaymentMethods, Listing<PaymentMethodView>>
{
    private static readonly Sql<Args, WalletRow> Balance = new(
        """
        select w.balance_cents - w.frozen_cents as available
        from wallets w
        where w.user_id = @UserId and w.currency = @Currency
        """);

    public async Task<Result<Listing<PaymentMethodView>>> Handle(ListPaymentMethods query, CancellationToken ct)
    {
        var wallet = await db.First(Balance, new Args(actor.UserId.Value, Money.DefaultCurrency), ct);
        var usable = (await providers.List(ct)).Where(provider => provider.IsUsable);
        return new Listing<PaymentMethodView>([.. usable.Select(provider => View(provider, wallet?.Available ?? default))]);
    }

    private static PaymentMethodView View(ConfiguredProvider provider, Yuan balance) => new(
        provider.Key,
        provider.Provider.Name,
        provider.Provider.Schema(ProviderTexts.PublicParts),
        provider.ConfigText(ProviderTexts.PublicParts),
        provider.Key == PaymentProviders.Balance ? balance : default);

    internal sealed record Args(long UserId, string Currency);

    internal sealed record WalletRow(Yuan Available);
}
