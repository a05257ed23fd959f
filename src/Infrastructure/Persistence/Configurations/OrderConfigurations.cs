using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Orders;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders");
        builder.Property(order => order.OrderNo).HasMaxLength(40).IsUnicode(false);
        builder.Property(order => order.Currency).HasMaxLength(3).IsUnicode(false);
        builder.Property(order => order.IdempotencyKey).HasMaxLength(128);
        builder.Property(order => order.PendingReason).HasMaxLength(500);
        builder.Property(order => order.RejectedReason).HasMaxLength(500);
        builder.Property(order => order.ApprovedByName).HasMaxLength(128);
        builder.Ignore(order => order.Hosts);
        builder.Ignore(order => order.UnbuiltHosts);
        builder.HasIndex(order => order.OrderNo).IsUnique();
        builder.HasIndex(order => new { order.UserId, order.Id });
        builder.HasIndex(order => new { order.Status, order.Id });
        builder.HasIndex(order => order.ApprovedAt);
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
        builder.ToTable("order_items");
        builder.Property<OrderId>("OrderId");
        builder.Property(item => item.AutomationInstanceId).HasMaxLength(64);
        builder.Property(item => item.FailureReason).HasMaxLength(500);
        builder.Property(item => item.Host).HasConversion(
            host => StoredJson.Write(host!),
            text => (HostPlan?)StoredJson.Read(text, typeof(HostPlan)));
        builder.HasIndex("OrderId");
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
        builder.Property(payment => payment.ReviewReason).HasMaxLength(500);
        builder.HasIndex("OrderId");
        builder.HasIndex(payment => payment.TradeNo).IsUnique();
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
