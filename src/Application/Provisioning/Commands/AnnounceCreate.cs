using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Hosts;
using VpsPanel.Application.Orders;
using VpsPanel.Application.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Application.Provisioning.Commands;

/// <summary>
/// Stores that the upstream is about to be asked for the host, and answers what to ask for. Whoever dies after this leaves a
/// trace: the host is looked for, for a while, before it is asked for again.
/// </summary>
internal sealed record AnnounceCreate(JobClaim Claim) : ICommand<NewHost>;

internal sealed class AnnounceCreateHandler(
    IOrders orders, IProvisionJobs jobs, IVpsStore servers, AccessVault vault, ISettings settings, TimeProvider clock)
    : ICommandHandler<AnnounceCreate, NewHost>
{
    public async Task<Result<NewHost>> Handle(AnnounceCreate command, CancellationToken ct)
    {
        var job = await jobs.FindForUpdate(command.Claim.Job, ct);
        if (job is null || !job.Holds(command.Claim.Number).IsSuccess)
            return ProvisioningErrors.ClaimLost;

        var now = clock.GetUtcNow();
        var announced = job.SendCreate(await settings.Quarantine(ct), now);
        if (!announced.IsSuccess)
            return announced.Error;

        var order = await orders.Find(job.OrderId, ct);
        var vps = await servers.FindByItem(job.OrderItemId, ct);
        if (order?.Items.FirstOrDefault(item => item.Id == job.OrderItemId) is not { Host: { } plan } item || vps is null)
            return ProvisioningErrors.ClaimLost;

        var price = new PeriodPrice(item.Id, Money.Yuan(item.AmountCents), 0);
        vps.StartPeriod(plan, price, await settings.BillingCalendar(ct), now);
        var access = vault.Open(vps.SealedAccess);
        if (access.OsPassword.Length == 0)
        {
            // Sealed with a key that is gone; nothing upstream knows them yet.
            access = HostPasswords.New();
            vps.KeepAccess(vault.Seal(access));
        }

        return Ask(plan, vps.HostName, vps.ExpireAt!.Value, access);
    }

    private static NewHost Ask(HostPlan plan, string name, DateTimeOffset expireAt, AccessInfo access) => new(
        name,
        plan.LineId,
        plan.Image,
        new HostSizes(plan.Cpu, plan.MemoryGb, plan.DiskGb, plan.BandwidthMbps, plan.PortNum),
        expireAt,
        access.OsPassword,
        access.VncPassword);
}
