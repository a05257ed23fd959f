using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Renew;

/// <summary>Stores until when the VPS shall live, and answers it; null when the work ends here.</summary>
internal sealed record RecordExtensionIntent(JobClaim Claim) : ICommand<ExtensionRequest?>;

/// <param name="IsFirst">The upstream has not been asked before, or certainly without effect.</param>
internal sealed record ExtensionRequest(DateTimeOffset Until, LockAfterwards Lock, bool IsFirst);

internal enum LockAfterwards
{
    AsItIs,
    Lock,
    Unlock,
}

internal sealed class RecordExtensionIntentHandler(ChangeContextLoader loader, ISettings settings, TimeProvider clock)
    : ICommandHandler<RecordExtensionIntent, ExtensionRequest?>
{
    public async Task<Result<ExtensionRequest?>> Handle(RecordExtensionIntent command, CancellationToken ct)
    {
        var taken = await loader.Load(command.Claim, withWallet: false, ct);
        if (!taken.IsSuccess)
            return taken.Error;

        var (context, extension, now) = (taken.Value, (VpsExtension)taken.Value.Change, clock.GetUtcNow());
        if (await Refusal(context, extension, now, ct) is { } failure)
            return context.Fail(failure).Error ?? Result.Of<ExtensionRequest?>(null);

        var isFirst = context.Job.SentAt is null;
        var from = Renewal.From(context.Vps.ExpireAt, now);
        var sent = context.Job.SendExtension(from, context.Vps.Until(extension, from, await settings.RenewalCalendar(ct)), now);
        return sent.IsSuccess
            ? new ExtensionRequest(context.Job.Expiry!.Value, LockFor(context.Vps), isFirst)
            : sent.Error;
    }

    /// <summary>Why it cannot be done after all; what has been asked for once is never taken back here.</summary>
    private async Task<string?> Refusal(ChangeContext context, VpsExtension extension, DateTimeOffset now, CancellationToken ct)
    {
        if (context.Vps.AutomationInstanceId is null)
            return "the VPS has no host";

        if (!extension.IsEmergency || context.Job.Expiry is not null)
            return null;

        var terms = await settings.EmergencyTerms(ct);
        return terms.Allows(context.Vps.ExpireAt, context.Vps.LastEmergencyRenewAt, now).Error?.Message;
    }

    private static LockAfterwards LockFor(Vps vps)
    {
        if (vps.AdminStatus != VpsAdminStatus.Normal)
            return LockAfterwards.Lock;

        return vps.Status == VpsStatus.ExpiredLocked ? LockAfterwards.Unlock : LockAfterwards.AsItIs;
    }
}
