using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Hosts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class VpsConfiguration : IEntityTypeConfiguration<Vps>
{
    public void Configure(EntityTypeBuilder<Vps> builder)
    {
        builder.ToTable("vps");
        builder.Property(vps => vps.AutomationInstanceId).HasMaxLength(64);
        builder.Property(vps => vps.Name).HasMaxLength(Vps.MaxName);
        builder.Property(vps => vps.HostName).HasMaxLength(Vps.MaxName);
        builder.Ignore(vps => vps.Terms);
        builder.Property(vps => vps.Region).HasMaxLength(128);
        builder.Property(vps => vps.PackageName).HasMaxLength(128);
        builder.Property(vps => vps.PanelUrlCache).HasMaxLength(1000);
        builder.Property(vps => vps.SealedAccess).HasMaxLength(4000).IsUnicode(false);
        builder.Ignore(vps => vps.Shape).Ignore(vps => vps.AddOns).Ignore(vps => vps.PaidPeriod);
        builder.HasIndex(vps => vps.OrderItemId).IsUnique();
        builder.HasIndex(vps => vps.AutomationInstanceId).IsUnique();
        builder.HasIndex(vps => new { vps.UserId, vps.Id });
        builder.HasIndex(vps => new { vps.ExpireAt, vps.Id });
        builder.HasOne<User>().WithMany().HasForeignKey(vps => vps.UserId).OnDelete(DeleteBehavior.Restrict);

        // The host outlives the order that bought it.
        builder.HasOne<OrderItem>().WithMany().HasForeignKey(vps => vps.OrderItemId).OnDelete(DeleteBehavior.SetNull);
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
