using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Platform.Settings;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class StoredSettingConfiguration : IEntityTypeConfiguration<StoredSetting>
{
    public void Configure(EntityTypeBuilder<StoredSetting> builder)
    {
        builder.ToTable("settings");
        builder.Property(setting => setting.SettingKey).HasMaxLength(64);
        builder.HasIndex(setting => setting.SettingKey).IsUnique();
    }
}
