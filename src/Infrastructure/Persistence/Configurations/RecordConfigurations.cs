using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Infrastructure.Persistence.Outbox;

namespace VpsPanel.Infrastructure.Persistence.Configurations;

internal sealed class AuditRowConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit_logs");
        builder.Property(row => row.ActorName).HasMaxLength(128);
        builder.Property(row => row.Action).HasMaxLength(64);
        builder.Property(row => row.TargetType).HasMaxLength(64);
        builder.Property(row => row.TargetId).HasMaxLength(128);
        builder.Property(row => row.RequestId).HasMaxLength(64);
        builder.Property(row => row.Address).HasMaxLength(64);
        builder.HasIndex(row => row.CreatedAt);
    }
}

internal sealed class IdempotencyRowConfiguration : IEntityTypeConfiguration<IdempotencyRow>
{
    public void Configure(EntityTypeBuilder<IdempotencyRow> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.Property(row => row.ActorName).HasMaxLength(128);
        builder.Property(row => row.Command).HasMaxLength(64);
        builder.Property(row => row.IdempotencyKey).HasMaxLength(128);
        builder.Property(row => row.Fingerprint).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(row => new { row.UserId, row.ActorName, row.Command, row.IdempotencyKey }).IsUnique();
        builder.HasIndex(row => row.CreatedAt);
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.Property(row => row.Stream).HasMaxLength(64).IsUnicode(false);
        builder.Property(row => row.Reaction).HasMaxLength(128).IsUnicode(false);
        builder.Property(row => row.EventType).HasMaxLength(64).IsUnicode(false);
        builder.Property(row => row.LastError).HasMaxLength(OutboxMessage.MaxError);
        builder.Property(row => row.RequestId).HasMaxLength(64);
        builder.HasIndex(row => new { row.Status, row.NextAttemptAt });
        builder.HasIndex(row => new { row.Stream, row.Reaction, row.Id });
    }
}
