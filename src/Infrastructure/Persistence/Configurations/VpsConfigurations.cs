using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class VpsConfiguration : IEntityTypeConfiguration<Vps>
{
    public void Configure(EntityTypeBuilder<Vps> builder)
    {
        builder.ToTable("vps");
        builder.Property(vps => vps.AutomationInstanceId).HasMaxLength(64);
        builder.Property(vps => vps.Name).HasMaxLength(Vps.MaxName);
        builder.Property(vps => vps.HostName).HasMaxLength(Vps.MaxName);
        builder.Property(vps => vps.HostUuid).HasMaxLength(64);
        builder.Property(vps => vps.IdentityFoundName).HasMaxLength(Vps.MaxName);
        builder.Ignore(vps => vps.Terms);
        builder.Property(vps => vps.Region).HasMaxLength(128);
        builder.Property(vps => vps.PackageName).HasMaxLength(128);
        builder.Property(vps => vps.PanelUrlCache).HasMaxLength(1000);
        builder.Property(vps => vps.SealedAccess).HasMaxLength(4000).IsUnicode(false);
        builder.Ignore(vps => vps.Shape).Ignore(vps => vps.AddOns);
        builder.HasIndex(vps => vps.OrderItemId).IsUnique();
        builder.HasIndex(vps => vps.AutomationInstanceId).IsUnique();
        builder.HasIndex(vps => new { vps.UserId, vps.Id });
        builder.HasIndex(vps => new { vps.ExpireAt, vps.Id });
        builder.HasOne<User>().WithMany().HasForeignKey(vps => vps.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(vps => vps.Periods).WithOne().HasForeignKey("VpsId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(vps => vps.Periods).AutoInclude();

        // The VPS outlives the order that bought it.
        builder.HasOne<OrderItem>().WithMany().HasForeignKey(vps => vps.OrderItemId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class VpsPeriodConfiguration : IEntityTypeConfiguration<VpsPeriod>
{
    public void Configure(EntityTypeBuilder<VpsPeriod> builder)
    {
        builder.ToTable("vps_periods", table =>
        {
            table.HasCheckConstraint("ck_vps_periods_order", "ends_at >= starts_at or kind in ('goodwill', 'upstream')");
            table.HasCheckConstraint(
                "ck_vps_periods_amount",
                "amount_cents = 0 or kind = 'resize' or (amount_cents > 0 and kind in ('purchase', 'renewal', 'record'))");
            table.HasCheckConstraint("ck_vps_periods_resize_of", "(resize_of is not null and kind = 'resize') or (resize_of is null and kind <> 'resize')");
        });
        builder.Property<VpsId>("VpsId");
        builder.Property(period => period.PricedDays).HasPrecision(18, 4);
        builder.Ignore(period => period.Length).Ignore(period => period.IsSold);
        builder.HasIndex("VpsId", nameof(VpsPeriod.Seq)).IsUnique();
        builder.HasIndex(period => period.OrderItemId);
    }
}

internal sealed class ProvisionJobConfiguration : IEntityTypeConfiguration<ProvisionJob>
{
    public void Configure(EntityTypeBuilder<ProvisionJob> builder)
    {
        builder.ToTable("provision_jobs");
        builder.Property(job => job.HostId).HasMaxLength(64);
        builder.Property(job => job.LastError).HasMaxLength(500);

        // Of the job engine, and none of the domain's business: the job that makes the tries at present.
        builder.Property<string?>("BackgroundJobId").HasMaxLength(32).IsUnicode(false);
        builder.Ignore(job => job.MayBeHalfDone);
        builder.HasIndex(job => job.OrderItemId).IsUnique();
        builder.HasIndex(job => new { job.Status, job.NextRunAt });
        builder.HasOne<OrderItem>().WithMany().HasForeignKey(job => job.OrderItemId).OnDelete(DeleteBehavior.Cascade);
    }
}
