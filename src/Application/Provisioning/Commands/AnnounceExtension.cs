using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Provisioning.Work;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>Stores until when the host shall live, and answers it; null when the work ends here.</summary>
internal sealed record AnnounceExtension(JobClaim Claim) : ICommand<WantedExtension?>;

/// <param name="IsFirst">The upstream has not been asked before, or certainly without effect.</param>
internal sealed record WantedExtension(string HostId, DateTimeOffset Until, LockAfterwards Lock, bool IsFirst);

internal enum LockAfterwards
{
    AsItIs,
    Lock,
    Unlock,
}

internal sealed class AnnounceExtensionHandler(Workbench workbench, ISettings settings, TimeProvider clock)
    : ICommandHandler<AnnounceExtension, WantedExtension?>
{
    public async Task<Result<WantedExtension?>> Handle(AnnounceExtension command, CancellationToken ct)
    {
        var taken = await workbench.Take(command.Claim, withWallet: false, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var (bench, extension, now) = (taken.Value, (HostExtension)taken.Value.Change, clock.GetUtcNow());
        if (await Refusal(bench, extension, now, ct) is { } refusal)
            return bench.Fail(refusal).Error ?? Result.Of<WantedExtension?>(null);

        var isFirst = bench.Job.SentAt is null;
        var from = Renewal.From(bench.Vps.ExpireAt, now);
        var sent = bench.Job.SendExtension(from, bench.Vps.Until(extension, from, await settings.RenewalCalendar(ct)), now);
        return sent.IsSuccess
            ? new WantedExtension(bench.Vps.AutomationInstanceId!, bench.Job.Expiry!.Value, LockFor(bench.Vps), isFirst)
            : sent.Error;
    }

    /// <summary>Why it cannot be done after all; what has been asked for once is never taken back here.</summary>
    private async Task<string?> Refusal(Bench bench, HostExtension extension, DateTimeOffset now, CancellationToken ct)
    {
        if (bench.Vps.AutomationInstanceId is null)
            return "the VPS has no host";

        if (!extension.IsEmergency || bench.Job.Expiry is not null)
            return null;

        var terms = await settings.EmergencyTerms(ct);
        return terms.Allows(bench.Vps.ExpireAt, bench.Vps.LastEmergencyRenewAt, now).Error?.Message;
    }

    private static LockAfterwards LockFor(Vps vps)
    {
        if (vps.AdminStatus != VpsAdminStatus.Normal)
            return LockAfterwards.Lock;

        return vps.Status == VpsStatus.ExpiredLocked ? LockAfterwards.Unlock : LockAfterwards.AsItIs;
    }
}
