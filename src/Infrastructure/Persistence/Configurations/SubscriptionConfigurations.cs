using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Sales.Plans;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscriptions", table => table.HasCheckConstraint(
            "ck_subscriptions_limits", "traffic_total_bytes >= 0 and traffic_used_bytes >= 0 and devices_limit >= 0 and quota_bytes >= 0"));
        builder.Property(subscription => subscription.Reset).HasDefaultValue(QuotaReset.None).ValueGeneratedNever();
        builder.Property(subscription => subscription.QuotaBytes).HasDefaultValue(0L).ValueGeneratedNever();
        builder.Property(subscription => subscription.QuotaFirstDay).HasDefaultValue(DateOnly.MinValue).ValueGeneratedNever();
        builder.Property(subscription => subscription.Name).HasMaxLength(Subscription.MaxName);
        builder.Property(subscription => subscription.PlanName).HasMaxLength(Plan.MaxName);
        builder.Property(subscription => subscription.TokenHash).HasMaxLength(64).IsUnicode(false);
        builder.Property(subscription => subscription.SealedToken).HasMaxLength(1000).IsUnicode(false);
        builder.Property(subscription => subscription.SealedCredential).HasMaxLength(1000).IsUnicode(false);
        builder.Property(subscription => subscription.AvailableTemplateIds).AsJson();
        builder.HasIndex(subscription => subscription.TokenHash).IsUnique();
        builder.HasIndex(subscription => subscription.NextResetAt);
        builder.HasIndex(subscription => new { subscription.UserId, subscription.PlanId }).IsUnique();
        builder.HasIndex(subscription => new { subscription.Status, subscription.ExpiresAt });
        builder.HasOne<User>().WithMany().HasForeignKey(subscription => subscription.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Plan>().WithMany().HasForeignKey(subscription => subscription.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SubscriptionTemplate>().WithMany().HasForeignKey(subscription => subscription.TemplateId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanChangeQuoteConfiguration : IEntityTypeConfiguration<PlanChangeQuote>
{
    public void Configure(EntityTypeBuilder<PlanChangeQuote> builder)
    {
        builder.ToTable("plan_change_quotes", table => table.HasCheckConstraint(
            "ck_plan_change_quotes_amounts", "price_cents >= 0 and credit_cents >= 0 and quantity > 0"));
        builder.Property(quote => quote.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Property(quote => quote.Basis).HasMaxLength(64).IsUnicode(false);
        builder.Ignore(quote => quote.DueCents);
        builder.Ignore(quote => quote.ExpiresAt);
        builder.HasIndex(quote => quote.SubscriptionId);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(quote => quote.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Plan>().WithMany().HasForeignKey(quote => quote.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(quote => quote.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrafficPeriodConfiguration : IEntityTypeConfiguration<TrafficPeriod>
{
    public void Configure(EntityTypeBuilder<TrafficPeriod> builder)
    {
        builder.ToTable("subscription_traffic_periods", table => table.HasCheckConstraint(
            "ck_subscription_traffic_periods_forward", "ended_at >= started_at and total_bytes >= 0 and used_bytes >= 0"));
        builder.HasIndex(period => new { period.SubscriptionId, period.Id });
        builder.HasOne<Subscription>().WithMany(subscription => subscription.NewPeriods)
            .HasForeignKey(period => period.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SubscriptionGrantConfiguration : IEntityTypeConfiguration<SubscriptionGrant>
{
    public void Configure(EntityTypeBuilder<SubscriptionGrant> builder)
    {
        builder.ToTable("subscription_grants", table =>
        {
            table.HasCheckConstraint(
                "ck_subscription_grants_order", "(kind = 'order' and order_id is not null) or (kind = 'admin' and order_id is null)");
            table.HasCheckConstraint("ck_subscription_grants_forward", "expires_after >= expires_before");
        });
        builder.Property(grant => grant.GrantedBy).HasMaxLength(128);
        builder.HasIndex(grant => grant.OrderId).IsUnique();
        builder.HasOne<Subscription>().WithMany(subscription => subscription.NewGrants)
            .HasForeignKey(grant => grant.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Order>().WithMany().HasForeignKey(grant => grant.OrderId).OnDelete(DeleteBehavior.Restrict);
    }
}
