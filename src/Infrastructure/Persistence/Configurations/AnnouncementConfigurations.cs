using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Engagement.Announcements;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class AnnouncementConfiguration : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("announcements");
        builder.Property(news => news.Title).HasMaxLength(Announcement.MaxTitle);
        builder.Property(news => news.Content).HasMaxLength(Announcement.MaxContent);
        builder.Property(news => news.Category).HasMaxLength(Announcement.MaxCategory);
        builder.Property(news => news.Audience).HasMaxLength(Announcement.MaxAudience);
        builder.Property(news => news.PublishedBy).HasMaxLength(Announcement.MaxOperator);
        builder.Property(news => news.CreatedBy).HasMaxLength(Announcement.MaxOperator);
        builder.Property(news => news.UpdatedBy).HasMaxLength(Announcement.MaxOperator);
        builder.HasIndex(news => new { news.Status, news.VisibleFrom });
    }
}
