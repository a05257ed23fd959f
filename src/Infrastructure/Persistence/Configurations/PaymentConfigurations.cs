using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Identity.Users;
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

internal sealed class SuspensePaymentConfiguration : IEntityTypeConfiguration<SuspensePayment>
{
    public void Configure(EntityTypeBuilder<SuspensePayment> builder)
    {
        builder.ToTable("suspense_payments", table =>
        {
            table.HasCheckConstraint("ck_suspense_payments_amount", "amount_cents > 0");
            table.HasCheckConstraint("ck_suspense_payments_user_id", "(user_id is not null and status = 'assigned') or (user_id is null and status <> 'assigned')");
        });
        builder.Property(payment => payment.Provider).HasMaxLength(32);
        builder.Property(payment => payment.TradeNo).HasMaxLength(NotificationFacts.MaxTradeNo);
        builder.Property(payment => payment.Reference).HasMaxLength(PaymentFailure.MaxReference);
        builder.Property(payment => payment.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Property(payment => payment.Note).HasMaxLength(SuspensePayment.MaxNote);
        builder.HasIndex(payment => payment.NotificationId).IsUnique();
        builder.HasIndex(payment => new { payment.Status, payment.Id });
        builder.HasOne<PaymentNotification>().WithMany().HasForeignKey(payment => payment.NotificationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(payment => payment.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
