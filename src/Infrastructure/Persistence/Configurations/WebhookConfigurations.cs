using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Engagement.Webhooks;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.Property(delivery => delivery.Hook).HasMaxLength(WebhookDelivery.MaxHook);
        builder.Property(delivery => delivery.MessageId).HasMaxLength(WebhookDelivery.MaxMessageId).IsUnicode(false);
        builder.Property(delivery => delivery.EventType).HasMaxLength(WebhookDelivery.MaxEventType).IsUnicode(false);
        builder.Property(delivery => delivery.LastNote).HasMaxLength(WebhookDelivery.MaxNote);
        builder.HasIndex(delivery => new { delivery.Hook, delivery.MessageId }).IsUnique();
        builder.HasIndex(delivery => new { delivery.OrderId, delivery.Hook, delivery.Seq });
        builder.HasIndex(delivery => delivery.CreatedAt);

        // What is delivered stays as a log; the search for work must not get slower with it.
        builder.HasIndex(delivery => new { delivery.Status, delivery.NextAttemptAt }).HasFilter("status in ('pending', 'sending')");
    }
}
