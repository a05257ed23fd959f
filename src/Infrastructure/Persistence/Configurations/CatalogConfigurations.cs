using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions");
        builder.Property(region => region.Code).HasMaxLength(64);
        builder.Property(region => region.Name).HasMaxLength(128);
        builder.HasIndex(region => region.Code).IsUnique();
    }
}

internal sealed class PlanGroupConfiguration : IEntityTypeConfiguration<PlanGroup>
{
    public void Configure(EntityTypeBuilder<PlanGroup> builder)
    {
        builder.ToTable("plan_groups", table => table.HasCheckConstraint("ck_plan_groups_capacity_remaining", "capacity_remaining >= -1"));
        builder.Property(group => group.Name).HasMaxLength(128);
        AddOn(builder, group => group.Core, "core");
        AddOn(builder, group => group.Memory, "mem");
        AddOn(builder, group => group.Disk, "disk");
        AddOn(builder, group => group.Bandwidth, "bw");
        builder.HasIndex(group => group.LineId).IsUnique().HasFilter("line_id > 0");
        builder.HasOne<Region>().WithMany().HasForeignKey(group => group.RegionId).OnDelete(DeleteBehavior.Restrict);
    }

    private static void AddOn(EntityTypeBuilder<PlanGroup> builder, Expression<Func<PlanGroup, AddOnTerms>> property, string word) =>
        builder.ComplexProperty(property!, addOn =>
        {
            addOn.Property(terms => terms.UnitPrice).HasColumnName($"unit_{word}")
                .HasConversion(price => price.Cents, cents => Money.Yuan(cents));
            addOn.Property(terms => terms.Min).HasColumnName($"add_{word}_min");
            addOn.Property(terms => terms.Max).HasColumnName($"add_{word}_max");
            addOn.Property(terms => terms.Step).HasColumnName($"add_{word}_step");
        });
}

internal sealed class PackageConfiguration : IEntityTypeConfiguration<Package>
{
    public void Configure(EntityTypeBuilder<Package> builder)
    {
        builder.ToTable("packages", table =>
        {
            table.HasCheckConstraint("ck_packages_capacity_remaining", "capacity_remaining >= -1");
            table.HasCheckConstraint("ck_packages_monthly_price", "monthly_price >= 0");
        });
        builder.Property(package => package.Name).HasMaxLength(128);
        builder.Property(package => package.CpuModel).HasMaxLength(128);
        builder.Property(package => package.MonthlyPrice).HasConversion(price => price.Cents, cents => Money.Yuan(cents));
        builder.HasIndex(package => new { package.PlanGroupId, package.ProductId }).IsUnique().HasFilter("product_id > 0");
        builder.HasOne<PlanGroup>().WithMany().HasForeignKey(package => package.PlanGroupId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SystemImageConfiguration : IEntityTypeConfiguration<SystemImage>
{
    public void Configure(EntityTypeBuilder<SystemImage> builder)
    {
        builder.ToTable("system_images");
        builder.Property(image => image.Name).HasMaxLength(128);
        builder.HasIndex(image => image.ImageId).IsUnique().HasFilter("image_id > 0");
        builder.OwnsMany(image => image.Lines, line =>
        {
            line.ToTable("line_system_images", table => table.HasCheckConstraint("ck_line_system_images_line_id", "line_id > 0"));
            line.WithOwner().HasForeignKey("SystemImageId");
            line.HasKey("SystemImageId", nameof(LineSystemImage.LineId));
            line.Property(offered => offered.LineId).ValueGeneratedNever();
            line.HasIndex(offered => offered.LineId);
        });
    }
}

internal sealed class SyncLeaseConfiguration : IEntityTypeConfiguration<SyncLease>
{
    public void Configure(EntityTypeBuilder<SyncLease> builder)
    {
        builder.ToTable("sync_turns");
        builder.Property(lease => lease.Name).HasMaxLength(32).IsUnicode(false);
        builder.HasIndex(lease => lease.Name).IsUnique();
    }
}

internal sealed class BillingCycleConfiguration : IEntityTypeConfiguration<BillingCycle>
{
    public void Configure(EntityTypeBuilder<BillingCycle> builder)
    {
        builder.ToTable("billing_cycles", table =>
        {
            table.HasCheckConstraint("ck_billing_cycles_months", "months > 0");
            table.HasCheckConstraint("ck_billing_cycles_multiplier", "multiplier > 0");
        });
        builder.Property(cycle => cycle.Name).HasMaxLength(128);
        builder.Property(cycle => cycle.Multiplier).HasPrecision(9, 4);
    }
}
