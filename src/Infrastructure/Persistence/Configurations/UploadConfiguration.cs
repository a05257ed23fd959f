using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Engagement.Uploads;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("uploads", table => table.HasCheckConstraint("ck_uploads_size", $"size between 1 and {Upload.MaxBytes}"));
        builder.Property(upload => upload.Name).HasMaxLength(Upload.MaxName);
        builder.Property(upload => upload.Path).HasMaxLength(64).IsUnicode(false);
        builder.Property(upload => upload.Mime).HasMaxLength(32).IsUnicode(false);
        builder.HasIndex(upload => upload.Path).IsUnique();
    }
}
