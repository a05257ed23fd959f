using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

/// <summary>Without a foreign key to the order: what a gateway said outlives a deleted order.</summary>
internal sealed class PaymentNotificationConfiguration : IEntityTypeConfiguration<PaymentNotification>
{
    public void Configure(EntityTypeBuilder<PaymentNotification> builder)
    {
        builder.ToTable("payment_notices");
        builder.Property(notice => notice.Provider).HasMaxLength(32);
        builder.Property(notice => notice.TradeNo).HasMaxLength(NotificationFacts.MaxTradeNo);
        builder.Property(notice => notice.Reference).HasMaxLength(PaymentFailure.MaxReference);
        builder.Property(notice => notice.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Property(notice => notice.Address).HasMaxLength(64);
        builder.Property(notice => notice.Fingerprint).HasMaxLength(400);
        builder.HasIndex(notice => notice.Fingerprint).IsUnique();
        builder.HasIndex(notice => notice.OrderId);
    }
}
