using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Commands;

/// <summary>The owner pays in the way of their choice. An attempt at a gateway is stored before the gateway is asked for it.</summary>
/// <param name="Method">Key of a provider.</param>
/// <param name="ReturnUrl">Where the gateway sends the customer afterwards; blank, or foreign, for the configured address.</param>
public sealed record PayOrder(OrderId Id, string Method, string ReturnUrl) : IUpstreamCommand<PaymentChoice>;

internal sealed class PayOrderValidator : AbstractValidator<PayOrder>
{
    private const int MaxUrl = 500;

    public PayOrderValidator()
    {
        RuleFor(command => command.Method).NotEmpty().MaximumLength(32);
        RuleFor(command => command.ReturnUrl).MaximumLength(MaxUrl).Must(BeAddressOrBlank).WithMessage("must be an http or https address");
    }

    private static bool BeAddressOrBlank(string text) => text.Length == 0 || WebAddress.IsAbsolute(text);
}

internal sealed class PayOrderHandler(
    PaymentProviders providers, GatewayCalls gateways, ReturnAddresses returns, CommandSender sender)
    : IUpstreamCommandHandler<PayOrder, PaymentChoice>
{
    public async Task<Result<PaymentChoice>> Handle(PayOrder command, CancellationToken ct)
    {
        var started = await sender.Send(new StartPayment(command.Id, command.Method), ct);
        if (!started.IsSuccess)
            return started.Error;

        if (started.Value.Attempt is not { } opened)
            return started.Value.Choice;

        if (await providers.Find(command.Method, ct) is not { IsUsable: true } provider)
            return PaymentErrors.ProviderDisabled;

        var back = await returns.Choose(command.ReturnUrl, provider.Config.GetValueOrDefault("return_url", ""), ct);
        var attempt = new GatewayAttempt(opened.TradeNo, opened.Amount, opened.Subject, back, provider.NotifyUrl);
        var link = await gateways.Open(provider, attempt, ct);
        if (!link.IsSuccess)
            return link.Error;

        var kept = await sender.Send(new KeepPaymentLink(command.Id, opened.TradeNo, link.Value.PayUrl), ct);
        return kept.IsSuccess ? started.Value.Choice with { PayUrl = link.Value.PayUrl, Extra = link.Value.Extra } : kept.Error;
    }
}
