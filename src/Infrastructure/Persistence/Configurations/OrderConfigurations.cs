using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Sales.Orders;
using VpsPanel.Domain.Sales.Plans;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders", table =>
        {
            table.HasCheckConstraint(
                "ck_orders_open_vps_id",
                "open_vps_id is null or status in ('pending_payment', 'pending_review', 'approved', 'provisioning')");
            table.HasCheckConstraint(
                "ck_orders_payment_due_at",
                "(payment_due_at is null and status not in ('pending_payment', 'payment_failed'))"
                + " or (payment_due_at is not null and status in ('pending_payment', 'payment_failed'))");
            table.HasCheckConstraint(
                "ck_orders_refunded", "refunded_cents = 0 or (refunded_cents > 0 and refunded_cents <= total_cents)");
            table.HasCheckConstraint(
                "ck_orders_credited",
                "credit_cents >= 0 and credited_cents >= 0 and (kind <> 'plan' or credited_cents + refunded_cents <= total_cents + credit_cents)");
        });
        builder.Property(order => order.CreditCents).HasDefaultValue(0L).ValueGeneratedNever();
        builder.Property(order => order.CreditedCents).HasDefaultValue(0L).ValueGeneratedNever();
        builder.Property(order => order.OrderNo).HasMaxLength(40).IsUnicode(false);
        builder.Property(order => order.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Property(order => order.IdempotencyKey).HasMaxLength(128);
        builder.Property(order => order.PendingReason).HasMaxLength(500);
        builder.Property(order => order.RejectedReason).HasMaxLength(500);
        builder.Property(order => order.ApprovedByName).HasMaxLength(128);
        builder.Ignore(order => order.ChangedVps);
        builder.Ignore(order => order.Places);
        builder.Ignore(order => order.LeftCents);
        builder.HasIndex(order => order.OpenVpsId).IsUnique();
        builder.Property(order => order.PaymentMethod).HasMaxLength(Order.MaxPaymentMethod);
        builder.Property(order => order.PaymentIntentId).HasMaxLength(80);
        builder.Property(order => order.PaymentReference).HasMaxLength(PaymentFailure.MaxReference);
        builder.Property(order => order.PaymentFailureCode).HasMaxLength(PaymentFailure.MaxCode);
        builder.Property(order => order.PaymentFailureMessage).HasMaxLength(PaymentFailure.MaxMessage);
        builder.Property(order => order.PlanSnapshot).HasConversion(
            plan => StoredJson.Write(plan!),
            text => (PlanSnapshot?)StoredJson.Read(text, typeof(PlanSnapshot)));
        builder.HasOne<Plan>().WithMany().HasForeignKey(order => order.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(order => order.Refunds).WithOne().HasForeignKey("OrderId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(order => order.Refunds).AutoInclude();
        builder.HasIndex(order => order.OrderNo).IsUnique();
        builder.HasIndex(order => new { order.UserId, order.Kind, order.CreatedAt, order.Id });
        builder.HasIndex(order => new { order.Status, order.Kind, order.CreatedAt, order.Id });
        builder.HasIndex(order => new { order.Kind, order.CreatedAt, order.Id });
        builder.HasIndex(order => order.ApprovedAt);
        builder.HasIndex(order => order.PaymentDueAt);
        builder.HasOne<User>().WithMany().HasForeignKey(order => order.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(order => order.Items).WithOne().HasForeignKey("OrderId").OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(order => order.Payments).WithOne().HasForeignKey("OrderId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(order => order.Items).AutoInclude();
        builder.Navigation(order => order.Payments).AutoInclude();
    }
}

internal sealed class OrderItemConfiguration : IEntityTypeConfiguration<OrderItem>
{
    public void Configure(EntityTypeBuilder<OrderItem> builder)
    {
        builder.ToTable("order_items", table => table.HasCheckConstraint(
            "ck_order_items_refunded", "refunded_cents >= 0 and (amount_cents >= 0 or refunded_cents <= -amount_cents)"));
        builder.Property<OrderId>("OrderId");
        builder.Property(item => item.AutomationInstanceId).HasMaxLength(64);
        builder.Property(item => item.Name).HasMaxLength(Plan.MaxName);
        builder.Property(item => item.FailureReason).HasMaxLength(500);
        builder.Property(item => item.Host).HasConversion(
            host => StoredJson.Write(host!),
            text => (VpsPurchase?)StoredJson.Read(text, typeof(VpsPurchase)));
        builder.Property(item => item.Change).HasConversion(
            change => StoredJson.Write(change!, typeof(VpsChange)),
            text => (VpsChange?)StoredJson.Read(text, typeof(VpsChange)));
        builder.HasIndex("OrderId");
        builder.HasIndex(item => item.VpsId);
    }
}

internal sealed class OrderPaymentConfiguration : IEntityTypeConfiguration<OrderPayment>
{
    public void Configure(EntityTypeBuilder<OrderPayment> builder)
    {
        builder.ToTable("order_payments");
        builder.Property<OrderId>("OrderId");
        builder.Property(payment => payment.Method).HasMaxLength(32);
        builder.Property(payment => payment.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Property(payment => payment.TradeNo).HasMaxLength(128);
        builder.Property(payment => payment.Note).HasMaxLength(500);
        builder.Property(payment => payment.ScreenshotUrl).HasMaxLength(1000);
        builder.Property(payment => payment.PayUrl).HasMaxLength(4000);
        builder.Property(payment => payment.IdempotencyKey).HasMaxLength(128);
        builder.Property(payment => payment.Reference).HasMaxLength(PaymentFailure.MaxReference);
        builder.Property(payment => payment.FailureCode).HasMaxLength(PaymentFailure.MaxCode);
        builder.Property(payment => payment.FailureMessage).HasMaxLength(PaymentFailure.MaxMessage);
        builder.Property(payment => payment.ReviewReason).HasMaxLength(500);
        builder.HasIndex("OrderId");
        builder.HasIndex(payment => payment.TradeNo).IsUnique();
    }
}

internal sealed class OrderRefundConfiguration : IEntityTypeConfiguration<OrderRefund>
{
    public void Configure(EntityTypeBuilder<OrderRefund> builder)
    {
        builder.ToTable("order_refunds", table => table.HasCheckConstraint("ck_order_refunds_amount", "amount_cents > 0"));
        builder.Property<OrderId>("OrderId");
        builder.Property(refund => refund.Reason).HasMaxLength(OrderRefund.MaxReason);
        builder.Property(refund => refund.Reference).HasMaxLength(64);
        builder.HasIndex("OrderId");
    }
}

internal sealed class OrderEventRowConfiguration : IEntityTypeConfiguration<OrderEventRow>
{
    public void Configure(EntityTypeBuilder<OrderEventRow> builder)
    {
        builder.ToTable("order_events");
        builder.Property(row => row.Type).HasMaxLength(32).IsUnicode(false);
        builder.HasOne<Order>().WithMany().HasForeignKey(row => row.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(row => new { row.OrderId, row.Seq }).IsUnique();
    }
}
