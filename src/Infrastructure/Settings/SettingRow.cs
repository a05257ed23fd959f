using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Application.Settings;

namespace VpsPanel.Infrastructure.Settings;

/// <summary>A changed setting; one that was never changed has no row.</summary>
internal sealed class SettingRow
{
    public string Key { get; set; } = "";

    /// <summary>Encrypted when the setting is secret.</summary>
    public string Value { get; set; } = "";

    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class SettingRowConfiguration : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> builder)
    {
        builder.ToTable("settings");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(64);
    }
}
