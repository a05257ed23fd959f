using AutoMapper;
using FluentValidation;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Accounts;
using VpsPanel.Application.Payments;
using VpsPanel.Application.PlanOrders.Queries;
using VpsPanel.Application.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Payments;
using VpsPanel.Domain.Wallets;

namespace VpsPanel.Application.PlanOrders.Commands;

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
    string? IdempotencyKey) : ICommand<PlanPaymentAnswer>, IIdempotent
{
    internal bool Matches(OrderPayment payment) =>
        (AmountCents is null || AmountCents == payment.AmountCents) && (Currency.Length == 0 || Currency == payment.Currency);
}

/// <param name="Refusal">Null when it was taken.</param>
public sealed record PlanPaymentAnswer(Error? Refusal, PlanOrderAnswer? Order);

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
    PlanDesk desk, IWallets wallets, IUsers users, NoticeBook book, IUnitOfWork work, IMapper maps, TimeProvider clock)
    : ICommandHandler<ReceivePlanPayment, PlanPaymentAnswer>
{
    public async Task<Result<PlanPaymentAnswer>> Handle(ReceivePlanPayment command, CancellationToken ct)
    {
        if (await desk.Take(command.OrderId, ct) is not { } order)
            return OrderErrors.NotFound;

        if (order.Payments.FirstOrDefault(candidate => candidate.Id == command.PaymentId) is not { } payment)
            return OrderErrors.PaymentNotFound;

        if (!command.Matches(payment))
        {
            await book.Keep(command, payment, order.Id, NoticeVerdict.AmountDiffers, ct);
            return new PlanPaymentAnswer(OrderErrors.NoticeDiffers, null);
        }

        var handled = command.Succeeded ? await Confirm(order, command, ct) : Fail(order, command);
        if (!handled.IsSuccess)
            return handled.Error;

        await work.Flush(ct);
        return new PlanPaymentAnswer(null, await maps.ForAdmins(order, users, ct));
    }

    private static Result Fail(Order order, ReceivePlanPayment command) => order.FailPayment(
        command.PaymentId, new PaymentFailure(Blank(command.Reference), Blank(command.FailureCode), Blank(command.FailureMessage)));

    private async Task<Result> Confirm(Order order, ReceivePlanPayment command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var settled = order.ConfirmPayment(command.PaymentId, Blank(command.Reference), command.PaidAt ?? now, now);
        if (!settled.IsSuccess)
            return settled.Error;

        var payment = order.Payments.Single(candidate => candidate.Id == command.PaymentId);
        switch (settled.Value)
        {
            case Settlement.OwedToWallet:
                await book.Keep(command, payment, order.Id, NoticeVerdict.CreditedToWallet, ct);
                return await CreditBack(order, payment, ct);
            case Settlement.Repeated:
                return Result.Success;
            default:
                await book.Keep(command, payment, order.Id, NoticeVerdict.Settled, ct);
                await desk.Deliver(order, ct);
                return Result.Success;
        }
    }

    private async Task<Result> CreditBack(Order order, OrderPayment payment, CancellationToken ct)
    {
        var wallet = await wallets.ForUpdate(order.UserId, order.Currency, ct);
        return wallet.Credit(
            EntryKind.Refund,
            Cause.OrderPayment(payment.Id.Value),
            payment.Amount,
            $"payment {payment.TradeNo} of {order.OrderNo}, which did not want it any more",
            clock.GetUtcNow(),
            JsonNotes.With(null, ("order_id", order.Id.Value), ("order_number", order.OrderNo)));
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
