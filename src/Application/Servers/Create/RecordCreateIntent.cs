using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Sales.VpsOrders;
using VpsPanel.Application.Servers.Jobs;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Create;

/// <summary>
/// Stores that the upstream is about to be asked for the VPS, and answers what to ask for. Whoever dies after this leaves a
/// trace: the VPS is looked for, for a while, before it is asked for again.
/// </summary>
internal sealed record RecordCreateIntent(JobClaim Claim) : ICommand<NewUpstreamVps>;

internal sealed class RecordCreateIntentHandler(
    IOrders orders, ClaimedJobs jobs, IVpsRepository vpsRepository, VpsCredentialProtector credentials, ISettings settings,
    TimeProvider clock)
    : ICommandHandler<RecordCreateIntent, NewUpstreamVps>
{
    public async Task<Result<NewUpstreamVps>> Handle(RecordCreateIntent command, CancellationToken ct)
    {
        var held = await jobs.Hold(command.Claim, ct);
        if (!held.IsSuccess)
            return held.Error;

        var job = held.Value;
        var now = clock.GetUtcNow();
        var announced = job.SendCreate(await settings.Quarantine(ct), now);
        if (!announced.IsSuccess)
            return announced.Error;

        var order = await orders.Find(job.OrderId, ct);
        var vps = await vpsRepository.FindByItem(job.OrderItemId, ct);
        if (order?.Items.FirstOrDefault(item => item.Id == job.OrderItemId) is not { Host: { } plan } item || vps is null)
            return ProvisioningErrors.ClaimLost;

        vps.Provision();
        var price = new PeriodPrice(item.Id, Money.Yuan(item.AmountCents), 0);
        vps.StartPeriod(plan, price, await settings.BillingCalendar(ct), now);
        var access = credentials.Unprotect(vps.SealedAccess);
        if (access.OsPassword.Length == 0)
        {
            // Sealed with a key that is gone; nothing upstream knows them yet.
            access = VpsPasswords.New();
            vps.SetAccess(credentials.Protect(access));
        }

        return Ask(plan, vps.HostName, vps.ExpireAt!.Value, access);
    }

    private static NewUpstreamVps Ask(VpsPurchase plan, string name, DateTimeOffset expireAt, AccessInfo access) => new(
        name,
        plan.LineId,
        plan.Image,
        new UpstreamVpsSize(plan.Cpu, plan.MemoryGb, plan.DiskGb, plan.BandwidthMbps, plan.PortNum),
        expireAt,
        access.OsPassword,
        access.VncPassword);
}
