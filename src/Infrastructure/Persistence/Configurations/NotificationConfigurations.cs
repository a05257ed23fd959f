using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Engagement.Notifications;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("notifications");
        builder.Property(notification => notification.Title).HasMaxLength(Notification.MaxTitle);
        builder.Property(notification => notification.Content).HasMaxLength(Notification.MaxContent);
        builder.Property(notification => notification.Cause).HasMaxLength(Notification.MaxCause).IsUnicode(false);
        builder.HasIndex(notification => new { notification.UserId, notification.Cause }).IsUnique();
        builder.HasIndex(notification => new { notification.UserId, notification.ReadAt });
        builder.HasOne<User>().WithMany().HasForeignKey(notification => notification.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
