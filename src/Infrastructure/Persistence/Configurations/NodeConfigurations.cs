using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Proxies.Nodes;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class NodeConfiguration : IEntityTypeConfiguration<Node>
{
    public void Configure(EntityTypeBuilder<Node> builder)
    {
        builder.ToTable("nodes", table => table.HasCheckConstraint("ck_nodes_capacity_mbps", "capacity_mbps >= 0"));
        builder.Property(node => node.Name).HasMaxLength(128);
        builder.Property(node => node.Region).HasMaxLength(64);
        builder.Property(node => node.Country).HasMaxLength(64);
        builder.Property(node => node.Isp).HasMaxLength(64);
        builder.Property(node => node.Tags).AsJson();
        builder.Property(node => node.Protocols).AsJson();
        builder.Property(node => node.Description).HasMaxLength(500);
        builder.HasIndex(node => node.Name).IsUnique();
        builder.OwnsMany(node => node.Kernels, kernel =>
        {
            kernel.ToTable("node_kernels");
            kernel.WithOwner().HasForeignKey("NodeId");
            kernel.HasKey(row => row.Id);
            kernel.Property(row => row.Protocol).HasMaxLength(Protocols.MaxLength).IsUnicode(false);
            kernel.Property(row => row.Endpoint).HasMaxLength(NodeKernel.MaxEndpoint);
            kernel.Property(row => row.Revision).HasMaxLength(NodeKernel.MaxRevision);
            kernel.HasIndex("NodeId", nameof(NodeKernel.Protocol)).IsUnique();
        });
    }
}
