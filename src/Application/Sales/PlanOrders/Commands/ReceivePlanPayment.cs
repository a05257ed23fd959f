using FluentValidation;
using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Billing.Settlements;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.PlanOrders.Queries;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Settlements;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Sales.PlanOrders.Commands;

/// <summary>
/// Whoever collects money outside says how a payment ended. What is refused for its amount is a success here, because it is written
/// down for the admins; the answer tells which it was.
/// </summary>
/// <param name="Succeeded">False when it came to nothing.</param>
/// <param name="AmountCents">What was collected; null when the sender does not say.</param>
/// <param name="Currency">Blank when the sender does not say.</param>
/// <param name="PaidAt">Null for now.</param>
/// <param name="IdempotencyKey">The sender's name of the event; a repeat gets the first answer again.</param>
[CommandName("plan_order.receive_payment")]
public sealed record ReceivePlanPayment(
    OrderId OrderId,
    OrderPaymentId PaymentId,
    bool Succeeded,
    string Reference,
    string FailureCode,
    string FailureMessage,
    DateTimeOffset? PaidAt,
    long? AmountCents,
    string Currency,
    string? IdempotencyKey) : ICommand<PlanPaymentResponse>, IIdempotent
{
    internal bool IsIn(string currency) => Currency.Length == 0 || Currency == currency;
}

/// <param name="Refusal">Null when it was taken.</param>
public sealed record PlanPaymentResponse(Error? Refusal, PlanOrderResponse? Order);

internal sealed class ReceivePlanPaymentValidator : AbstractValidator<ReceivePlanPayment>
{
    public ReceivePlanPaymentValidator()
    {
        RuleFor(command => command.OrderId).Must(id => id.Value > 0).WithMessage("order_id is required");
        RuleFor(command => command.PaymentId).Must(id => id.Value > 0).WithMessage("payment_id is required");
        RuleFor(command => command.Reference).MaximumLength(PaymentFailure.MaxReference);
        RuleFor(command => command.FailureCode).MaximumLength(PaymentFailure.MaxCode);
        RuleFor(command => command.FailureMessage).MaximumLength(PaymentFailure.MaxMessage);
        RuleFor(command => command.Currency).MaximumLength(8);
    }
}

internal sealed class ReceivePlanPaymentHandler(
    PlanOrderFulfillment fulfillment,
    IUsers users,
    PaymentNotificationLog log,
    Settlement settlement,
    IUnitOfWork work,
    TimeProvider clock) : ICommandHandler<ReceivePlanPayment, PlanPaymentResponse>
{
    public async Task<Result<PlanPaymentResponse>> Handle(ReceivePlanPayment command, CancellationToken ct)
    {
        if (await fulfillment.FindForUpdate(command.OrderId, ct) is not { } order)
            return OrderErrors.NotFound;

        if (order.Payments.FirstOrDefault(candidate => candidate.Id == command.PaymentId) is not { } payment)
            return PaymentErrors.PaymentNotFound;

        var collected = new Money(command.AmountCents ?? payment.AmountCents, payment.Currency);

        // One payment is one charge here: senders repeat themselves under other references.
        var facts = new NotificationFacts(payment.Method, payment.TradeNo!, "", collected);
        if (!command.IsIn(payment.Currency) || collected.IsZero)
        {
            await log.Record(facts, NotificationOutcome.AmountDiffers, order.Id, Said(command), ct);
            return new PlanPaymentResponse(PaymentErrors.NoticeDiffers, null);
        }

        var handled = command.Succeeded ? await Confirm(order, command, facts, ct) : Fail(order, command);
        if (!handled.IsSuccess)
            return handled.Error;

        await work.Flush(ct);
        return new PlanPaymentResponse(null, await order.ForAdmins(users, ct));
    }

    private static Result Fail(Order order, ReceivePlanPayment command) => order.FailPayment(
        command.PaymentId, new PaymentFailure(Blank(command.Reference), Blank(command.FailureCode), Blank(command.FailureMessage)));

    private async Task<Result> Confirm(Order order, ReceivePlanPayment command, NotificationFacts facts, CancellationToken ct)
    {
        var receipt = new GatewayReceipt(facts.Amount!.Value, command.Reference, command.PaidAt ?? clock.GetUtcNow());
        var charge = new GatewayCharge(facts.Provider, facts.TradeNo, receipt, command.PaymentId.Value);
        var settled = await settlement.SettleGateway(order, charge, facts, Said(command), ct);
        if (settled is { IsSuccess: true, Value.Settlement: SettlementOutcome.Approved })
            await fulfillment.Deliver(order, ct);

        return settled.IsSuccess ? Result.Success : settled.Error;
    }

    private static string Said(ReceivePlanPayment command) => JsonNotes.With(
        null,
        ("status", command.Succeeded ? "succeeded" : "failed"),
        ("amount_cents", command.AmountCents),
        ("currency", JsonNotes.Text(command.Currency)),
        ("reference", JsonNotes.Text(command.Reference)),
        ("event_id", JsonNotes.Text(command.IdempotencyKey)));

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
