using FluentValidation;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

/// <summary>An admin says that the order was paid outside; it still waits for an approval.</summary>
/// <param name="AmountCents">Null for the whole total; anything else must equal it.</param>
public sealed record MarkOrderPaid(
    OrderId Id, string Method, long? AmountCents, string Currency, string TradeNo, string Note, string ScreenshotUrl)
    : ICommand<OrderPaymentView>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("order.mark_paid", "order", Id.Value.ToString(), new { Amount = ((OrderPaymentView)answer!).Amount.Cents });
}

internal sealed class MarkOrderPaidValidator : AbstractValidator<MarkOrderPaid>
{
    public MarkOrderPaidValidator()
    {
        RuleFor(command => command.AmountCents).GreaterThan(0).OverridePropertyName("amount").WithMessage("invalid amount");
        RuleFor(command => command.Method).MaximumLength(32);
        RuleFor(command => command.Currency).MaximumLength(3);
        RuleFor(command => command.TradeNo).MaximumLength(128);
        RuleFor(command => command.Note).MaximumLength(500);
        RuleFor(command => command.ScreenshotUrl).Screenshot();
    }
}

internal sealed class MarkOrderPaidHandler(OrderReview review, IOrders orders, IUnitOfWork work, ICurrentActor actor)
    : ICommandHandler<MarkOrderPaid, OrderPaymentView>
{
    public async Task<Result<OrderPaymentView>> Handle(MarkOrderPaid command, CancellationToken ct)
    {
        if (await review.FindForUpdate(command.Id, ct) is not { } order)
            return OrderErrors.NotFound;

        if (OwnMoney.Refuse(actor.Actor, order.UserId) is { } own)
            return own;

        var amount = new Money(command.AmountCents ?? order.TotalCents, command.Currency.OrElse(order.Currency).ToUpperInvariant());
        var proof = new PaymentProof(
            command.Method.OrElse("manual"), amount, command.TradeNo, command.Note, command.ScreenshotUrl, null);
        if (await orders.IsTaken(proof, ct))
            return OrderErrors.TradeNoTaken;

        var payment = order.MarkPaid(proof);
        if (!payment.IsSuccess)
            return payment.Error;

        await work.Flush(ct);
        return payment.Value.ToView(order);
    }
}
