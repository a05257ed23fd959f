using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Provisioning.Work;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Orders;
using VpsPanel.Domain.Wallets;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>The owner of a host that he gives back has his money, now or before; false when there is none and the work ends.</summary>
internal sealed record PayReturn(JobClaim Claim) : ICommand<bool>;

internal sealed class PayReturnHandler(Workbench workbench, Payback payback) : ICommandHandler<PayReturn, bool>
{
    public async Task<Result<bool>> Handle(PayReturn command, CancellationToken ct)
    {
        var taken = await workbench.Take(command.Claim, withWallet: true, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var bench = taken.Value;
        var atMost = Money.Yuan(((HostReturn)bench.Change).RefundCents);
        var paid = await payback.Pay(bench, atMost, Cause.VpsRefund(bench.Order.Id.Value), $"refund of {bench.Vps.Name}", ct);
        if (!paid.IsSuccess)
            return paid.Error;

        if (bench.Item.RefundedCents > 0)
            return true;

        var failed = bench.Fail("nothing is left to refund");
        return failed.IsSuccess ? false : failed.Error;
    }
}
