using FluentValidation;
using VpsPanel.Application.Billing.Wallets;
using VpsPanel.Application.Identity.Users;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Commands;

/// <summary>An admin found out whose the money is: it goes to that user's wallet.</summary>
public sealed record AssignSuspensePayment(SuspensePaymentId Id, UserId UserId, string Note) : ICommand<ResolvedSuspensePayment>, IAudited
{
    public AuditRecord Audit(object? answer) => new(
        "payment.suspense_assign", "suspense_payment", $"{Id.Value}", new { user_id = UserId.Value, amount = ((ResolvedSuspensePayment)answer!).AmountCents });
}

/// <param name="Status"><c>assigned</c> or <c>returned</c>.</param>
public sealed record ResolvedSuspensePayment(long Id, [property: WordsOf(typeof(SuspenseStatus))] string Status, long AmountCents, string Currency)
{
    internal static ResolvedSuspensePayment Of(SuspensePayment payment) =>
        new(payment.Id.Value, WireNames.Of(payment.Status), payment.AmountCents, payment.Currency);
}

internal sealed class AssignSuspensePaymentValidator : AbstractValidator<AssignSuspensePayment>
{
    public AssignSuspensePaymentValidator()
    {
        RuleFor(command => command.UserId).Must(id => id.Value > 0).OverridePropertyName("user_id").WithMessage("user_id is required");
        RuleFor(command => command.Note).MaximumLength(SuspensePayment.MaxNote);
    }
}

internal sealed class AssignSuspensePaymentHandler(
    ISuspensePayments payments, IUsers users, IWallets wallets, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<AssignSuspensePayment, ResolvedSuspensePayment>
{
    public async Task<Result<ResolvedSuspensePayment>> Handle(AssignSuspensePayment command, CancellationToken ct)
    {
        if (await users.Find(command.UserId, ct) is null)
            return WalletErrors.UserNotFound;

        if (await payments.FindForUpdate(command.Id, ct) is not { } payment)
            return PaymentErrors.SuspenseNotFound;

        if (OwnMoney.Refuse(actor.Actor, command.UserId) is { } own)
            return own;

        var wallet = await wallets.ForUpdate(command.UserId, payment.Currency, ct);
        var assigned = payment.Assign(actor.Actor, wallet, command.Note, clock.GetUtcNow());
        return assigned.IsSuccess ? ResolvedSuspensePayment.Of(payment) : assigned.Error;
    }
}
