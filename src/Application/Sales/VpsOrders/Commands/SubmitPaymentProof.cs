using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.VpsOrders.Commands;

/// <summary>The customer says that they paid outside.</summary>
/// <param name="Currency">Blank for that of the order.</param>
/// <param name="TradeNo">Blank when there is none.</param>
[CommandName("order.submit_payment_proof")]
public sealed record SubmitPaymentProof(
    OrderId Id,
    string Method,
    Yuan? Amount,
    string Currency,
    string TradeNo,
    string Note,
    string ScreenshotUrl,
    string? IdempotencyKey) : ICommand<OrderPaymentView>, IIdempotent;

internal sealed class SubmitPaymentProofValidator : AbstractValidator<SubmitPaymentProof>
{
    public SubmitPaymentProofValidator()
    {
        RuleFor(command => command.Amount).Must(amount => amount is { Cents: > 0 }).WithMessage("invalid amount");
        RuleFor(command => command.Method).MaximumLength(32);
        RuleFor(command => command.Currency).MaximumLength(3);
        RuleFor(command => command.TradeNo).MaximumLength(128);
        RuleFor(command => command.Note).MaximumLength(500);
        RuleFor(command => command.ScreenshotUrl).Screenshot();
    }
}

internal sealed class SubmitPaymentProofHandler(OrderReview review, IOrders orders, IUnitOfWork work, ICurrentActor actor)
    : ICommandHandler<SubmitPaymentProof, OrderPaymentView>
{
    public async Task<Result<OrderPaymentView>> Handle(SubmitPaymentProof command, CancellationToken ct)
    {
        if (await review.FindOwnForUpdate(command.Id, actor, ct) is not { } order)
            return OrderErrors.NotFound;

        var amount = new Money(command.Amount!.Value.Cents, command.Currency.OrElse(order.Currency).ToUpperInvariant());
        var proof = new PaymentProof(
            command.Method.OrElse("approval"), amount, command.TradeNo, command.Note, command.ScreenshotUrl, command.IdempotencyKey);
        if (await orders.IsTaken(proof, ct))
            return OrderErrors.TradeNoTaken;

        var payment = order.SubmitProof(proof);
        if (!payment.IsSuccess)
            return payment.Error;

        await work.Flush(ct);
        return payment.Value.ToView(order);
    }
}

internal static class ProofRules
{
    /// <summary>Admins follow it, so it must not be a script.</summary>
    public static void Screenshot<T>(this IRuleBuilder<T, string> rule) => rule.MaximumLength(1000).SafeLink();
}
