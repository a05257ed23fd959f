using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Payments;
using VpsPanel.Domain.Wallets;

namespace VpsPanel.Application.Payments.Commands;

/// <param name="Method">Key of a provider.</param>
/// <param name="ReturnUrl">Where the gateway sends the customer afterwards; blank for the configured address.</param>
/// <param name="NotifyUrl">Where the gateway sends its notice; blank for the configured address.</param>
public sealed record PayOrder(OrderId Id, string Method, string ReturnUrl, string NotifyUrl) : ICommand<PaymentChoice>;

/// <summary>What to do next, or that it is done.</summary>
/// <param name="Balance">What is left in the wallet when it paid.</param>
public sealed record PaymentChoice(
    string Method,
    string Status,
    string TradeNo = "",
    string PayUrl = "",
    IReadOnlyDictionary<string, string>? Extra = null,
    bool Paid = false,
    string Message = "",
    Yuan Balance = default);

internal sealed class PayOrderValidator : AbstractValidator<PayOrder>
{
    private const int MaxUrl = 500;

    public PayOrderValidator()
    {
        RuleFor(command => command.Method).NotEmpty().MaximumLength(32);
        RuleFor(command => command.ReturnUrl).MaximumLength(MaxUrl).Must(BeAddressOrBlank).WithMessage("must be an http or https address");
        RuleFor(command => command.NotifyUrl).MaximumLength(MaxUrl).Must(BeAddressOrBlank).WithMessage("must be an http or https address");
    }

    private static bool BeAddressOrBlank(string text) => text.Length == 0 || WebAddress.IsAbsolute(text);
}

internal sealed class PayOrderHandler(OrderDesk desk, PaymentProviders providers, IWallets wallets, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<PayOrder, PaymentChoice>
{
    public async Task<Result<PaymentChoice>> Handle(PayOrder command, CancellationToken ct)
    {
        if (await desk.TakeOwn(command.Id, actor, ct) is not { } order)
            return OrderErrors.NotFound;

        if (order is { TotalCents: <= 0, Status: OrderStatus.PendingPayment or OrderStatus.PendingReview })
            return new PaymentChoice("none", "no_payment_required", Paid: true);

        if (order.Payable() is { IsSuccess: false } refusal)
            return refusal.Error;

        if (await providers.Find(command.Method, ct) is not { } provider)
            return PaymentErrors.MethodUnknown;

        return provider.Key switch
        {
            PaymentProviders.Approval => new PaymentChoice(
                provider.Key, "manual", Message: "pay as agreed, then submit the proof to this order's payments"),
            PaymentProviders.Balance => await FromWallet(order, ct),
            _ when !provider.IsUsable => PaymentErrors.ProviderDisabled,
            PaymentProviders.Custom => new PaymentChoice(provider.Key, "manual", Extra: new Dictionary<string, string>
            {
                ["config_json"] = provider.ConfigText(ProviderTexts.PublicParts),
            }),
            _ => await AtGateway(order, provider, command, ct),
        };
    }

    private async Task<Result<PaymentChoice>> FromWallet(Order order, CancellationToken ct)
    {
        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        var debited = wallet.Debit(
            EntryKind.Purchase, Cause.Order(order.Id.Value), order.Total, $"balance payment of {order.OrderNo}", clock.GetUtcNow());
        if (!debited.IsSuccess)
            return debited.Error;

        return order.SettleFromWallet(clock.GetUtcNow()).Map(payment => new PaymentChoice(
            payment.Method, WireNames.Of(payment.Status), payment.TradeNo!, Paid: true, Balance: wallet.Available));
    }

    private async Task<Result<PaymentChoice>> AtGateway(Order order, ConfiguredProvider provider, PayOrder command, CancellationToken ct)
    {
        var gateway = provider.Gateway!;
        var tradeNo = order.OpenAttemptAt(provider.Key)?.TradeNo ?? TradeNumbers.Next(gateway.TradePrefix, order.Id);
        var attempt = new GatewayAttempt(tradeNo, order.Total, $"Order {order.OrderNo}", command.ReturnUrl, command.NotifyUrl);
        var link = await gateway.Open(attempt, provider.Config, ct);
        if (!link.IsSuccess)
            return link.Error;

        return order.OpenAttempt(provider.Key, tradeNo, link.Value.PayUrl).Map(payment => new PaymentChoice(
            payment.Method, WireNames.Of(payment.Status), tradeNo, link.Value.PayUrl, link.Value.Extra));
    }
}
