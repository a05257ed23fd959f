using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class PlanConfiguration : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plans", table =>
        {
            table.HasCheckConstraint("ck_plans_price", "price_cents >= 0");
            table.HasCheckConstraint("ck_plans_duration", "duration_days > 0");
            table.HasCheckConstraint("ck_plans_limits", "traffic_limit_bytes >= 0 and devices_limit >= 0");
        });
        builder.Property(plan => plan.Name).HasMaxLength(Plan.MaxName);
        builder.Property(plan => plan.Slug).HasMaxLength(Plan.MaxSlug);
        builder.Property(plan => plan.Description).HasMaxLength(Plan.MaxDescription);
        builder.Property(plan => plan.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Property(plan => plan.Tags).AsJson();
        builder.Property(plan => plan.Features).AsJson();
        builder.Ignore(plan => plan.Price);
        builder.HasIndex(plan => plan.Slug).IsUnique();
    }
}
