using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Billing.Wallets;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Application.Servers.Refund;

/// <summary>The owner of a VPS that they give back has their money, now or before; false when there is none and the work ends.</summary>
internal sealed record PayRefund(JobClaim Claim) : ICommand<bool>;

internal sealed class PayRefundHandler(ChangeContextLoader loader, RefundPayment refunds) : ICommandHandler<PayRefund, bool>
{
    public async Task<Result<bool>> Handle(PayRefund command, CancellationToken ct)
    {
        var taken = await loader.Load(command.Claim, withWallet: true, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var context = taken.Value;
        var atMost = Money.Yuan(((VpsRefund)context.Change).RefundCents);
        var paid = await refunds.Pay(
            context, atMost, LedgerReference.VpsRefund(context.Order.Id.Value), $"refund of {context.Vps.Name}", ct);
        if (!paid.IsSuccess)
            return paid.Error;

        if (context.Item.RefundedCents > 0)
            return true;

        var failed = context.Fail("nothing is left to refund");
        return failed.IsSuccess ? false : failed.Error;
    }
}
