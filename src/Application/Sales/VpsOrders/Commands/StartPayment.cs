using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Billing.Payments.Commands;
using VpsPanel.Application.Billing.Settlements;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

/// <summary>What paying an order stores: a debit of the wallet, an attempt for a gateway to be asked for, or more time for a person to confirm.</summary>
internal sealed record StartPayment(OrderId Id, string Method) : ICommand<StartedPayment>;

/// <param name="Attempt">What the gateway is to be asked for; null when nobody is.</param>
internal sealed record StartedPayment(PaymentChoice Choice, OpenedAttempt? Attempt = null);

internal sealed record OpenedAttempt(string TradeNo, Money Amount, string Subject);

internal sealed class StartPaymentHandler(
    OrderReview review, PaymentProviders providers, IWallets wallets, Settlement settlement, ISettings settings, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<StartPayment, StartedPayment>
{
    public async Task<Result<StartedPayment>> Handle(StartPayment command, CancellationToken ct)
    {
        if (await review.FindOwnForUpdate(command.Id, actor, ct) is not { } order)
            return OrderErrors.NotFound;

        if (order is { TotalCents: <= 0, Status: OrderStatus.PendingPayment or OrderStatus.PendingReview })
            return new StartedPayment(new PaymentChoice("none", "no_payment_required", Paid: true));

        if (order.Payable() is { IsSuccess: false } failure)
            return failure.Error;

        if (await providers.Find(command.Method, ct) is not { } provider)
            return PaymentErrors.MethodUnknown;

        return provider.Key switch
        {
            PaymentProviders.Balance => await FromWallet(order, ct),
            PaymentProviders.Approval => await ByHand(order, provider, ct),
            _ when !provider.IsUsable => PaymentErrors.ProviderDisabled,
            PaymentProviders.Custom => await ByHand(order, provider, ct),
            _ => await AtGateway(order, provider, ct),
        };
    }

    private async Task<Result<StartedPayment>> ByHand(Order order, ConfiguredProvider provider, CancellationToken ct)
    {
        order.ExpectManualPayment(await settings.ManualPaymentWindow(ct));
        return new StartedPayment(provider.Key == PaymentProviders.Approval
            ? new PaymentChoice(provider.Key, "manual", Message: "pay as agreed, then submit the proof to this order's payments")
            : new PaymentChoice(provider.Key, "manual", Extra: new Dictionary<string, string>
            {
                ["config_json"] = provider.ConfigText(ProviderTexts.PublicParts),
            }));
    }

    private async Task<Result<StartedPayment>> FromWallet(Order order, CancellationToken ct)
    {
        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        var paid = settlement.PayFromWallet(order, wallet, new WalletCharge(Actor.System, $"balance payment of {order.OrderNo}"));
        if (!paid.IsSuccess)
            return paid.Error;

        var payment = order.Payments[^1];
        return new StartedPayment(new PaymentChoice(
            payment.Method, WireNames.Of(payment.Status), payment.TradeNo!, Paid: true, Balance: wallet.Available));
    }

    private async Task<Result<StartedPayment>> AtGateway(Order order, ConfiguredProvider provider, CancellationToken ct)
    {
        var tradeNo = TradeNumbers.Next(provider.Gateway!.TradePrefix, order.Id);
        var opened = order.OpenAttempt(provider.Key, tradeNo, await settings.PaymentWindow(ct), clock.GetUtcNow());
        return opened.Map(attempt => new StartedPayment(
            new PaymentChoice(attempt.Method, WireNames.Of(attempt.Status), attempt.TradeNo!),
            new OpenedAttempt(attempt.TradeNo!, attempt.Amount, $"Order {order.OrderNo}")));
    }
}
