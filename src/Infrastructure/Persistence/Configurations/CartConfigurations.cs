using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.Users;
using VpsPanel.Domain.Sales.Cart;
using VpsPanel.Domain.Sales.Catalog;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class CartItemConfiguration : IEntityTypeConfiguration<CartItem>
{
    public void Configure(EntityTypeBuilder<CartItem> builder)
    {
        builder.ToTable("cart_items", table =>
        {
            table.HasCheckConstraint("ck_cart_items_qty", "qty between 1 and 100");
            table.HasCheckConstraint("ck_cart_items_amount", "amount >= 0");
            table.HasCheckConstraint("ck_cart_items_duration_months", "duration_months between 1 and 600");
        });
        builder.Property(item => item.Amount).HasConversion(amount => amount.Cents, cents => Money.Yuan(cents));
        builder.HasIndex(item => new { item.UserId, item.Id });
        builder.HasOne<User>().WithMany().HasForeignKey(item => item.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Package>().WithMany().HasForeignKey(item => item.PackageId).OnDelete(DeleteBehavior.Cascade);
    }
}
