using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments.Commands;

/// <summary>The money went back to whoever paid it, at the gateway.</summary>
public sealed record ReturnSuspensePayment(SuspensePaymentId Id, string Note) : ICommand<ResolvedSuspensePayment>, IAudited
{
    public AuditRecord Audit(object? answer) => new(
        "payment.suspense_return", "suspense_payment", $"{Id.Value}", new { Note, amount = ((ResolvedSuspensePayment)answer!).AmountCents });
}

internal sealed class ReturnSuspensePaymentValidator : AbstractValidator<ReturnSuspensePayment>
{
    public ReturnSuspensePaymentValidator() => RuleFor(command => command.Note).NotEmpty().WithMessage("say how it went back")
        .MaximumLength(SuspensePayment.MaxNote);
}

internal sealed class ReturnSuspensePaymentHandler(ISuspensePayments payments, ICurrentActor actor, TimeProvider clock)
    : ICommandHandler<ReturnSuspensePayment, ResolvedSuspensePayment>
{
    public async Task<Result<ResolvedSuspensePayment>> Handle(ReturnSuspensePayment command, CancellationToken ct)
    {
        if (await payments.FindForUpdate(command.Id, ct) is not { } payment)
            return PaymentErrors.SuspenseNotFound;

        var returned = payment.Return(actor.Actor, command.Note, clock.GetUtcNow());
        return returned.IsSuccess ? ResolvedSuspensePayment.Of(payment) : returned.Error;
    }
}
