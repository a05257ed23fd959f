using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Domain.Identity.RealNames;
using VpsPanel.Domain.Identity.Users;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class RealNameConfiguration : IEntityTypeConfiguration<RealNameRecord>
{
    /// <summary>A number of the greatest length, sealed.</summary>
    private const int MaxSealed = 500;

    public void Configure(EntityTypeBuilder<RealNameRecord> builder)
    {
        builder.ToTable("realname_records", table => table.HasCheckConstraint(
            "ck_realname_records_verified_at",
            "(status = 'verified' and verified_at is not null) or (status <> 'verified' and verified_at is null)"));
        builder.Property(record => record.Name).HasMaxLength(RealNameRecord.MaxName);
        builder.Property(record => record.SealedNumber).HasMaxLength(MaxSealed).IsUnicode(false);
        builder.Property(record => record.MaskedNumber).HasMaxLength(RealNameRecord.MaxNumber);
        builder.Property(record => record.Provider).HasMaxLength(32).IsUnicode(false);
        builder.Property(record => record.Reason).HasMaxLength(RealNameRecord.MaxReason);
        builder.HasIndex(record => new { record.UserId, record.Id });
        builder.HasOne<User>().WithMany().HasForeignKey(record => record.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
