using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.Domain.Proxies.Traffic;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class TrafficCounterConfiguration : IEntityTypeConfiguration<TrafficCounter>
{
    public void Configure(EntityTypeBuilder<TrafficCounter> builder)
    {
        builder.ToTable("traffic_counters", table => table.HasCheckConstraint(
            "ck_traffic_counters_bytes", "upload_bytes >= 0 and download_bytes >= 0 and counted_bytes >= 0 and sequence > 0"));
        builder.HasKey(counter => new { counter.NodeId, counter.SubscriptionId });
        builder.Property(counter => counter.BootId).HasMaxLength(TrafficCounter.MaxBootId).IsUnicode(false);
        builder.HasOne<Node>().WithMany().HasForeignKey(counter => counter.NodeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(counter => counter.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class NodeBootConfiguration : IEntityTypeConfiguration<NodeBoot>
{
    public void Configure(EntityTypeBuilder<NodeBoot> builder)
    {
        builder.ToTable("node_boots");
        builder.Property(boot => boot.BootId).HasMaxLength(TrafficCounter.MaxBootId).IsUnicode(false);
        builder.HasIndex(boot => new { boot.NodeId, boot.BootId }).IsUnique();
        builder.HasOne<Node>().WithMany().HasForeignKey(boot => boot.NodeId).OnDelete(DeleteBehavior.Restrict);
    }
}
