using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VpsPanel.Application.Sales.Catalog.Sync;
using VpsPanel.Application.Servers.Upstream;

namespace VpsPanel.Infrastructure.Logs;

/// <summary>One call to the hypervisor panel, or one step made of several.</summary>
internal sealed class AutomationLogRow
{
    public long Id { get; private set; }

    public long OrderId { get; private set; }

    public long OrderItemId { get; private set; }

    public string Action { get; private set; } = "";

    public string RequestJson { get; private set; } = "";

    public string ResponseJson { get; private set; } = "";

    public bool Success { get; private set; }

    public string Message { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static AutomationLogRow Of(AutomationLine line, DateTimeOffset now) => new()
    {
        OrderId = line.OrderId,
        OrderItemId = line.OrderItemId,
        Action = LogRedactor.Cut(line.Action, 128),
        RequestJson = LogRedactor.Json(line.RequestJson),
        ResponseJson = LogRedactor.Json(line.ResponseJson),
        Success = line.Success,
        Message = LogRedactor.Cut(LogRedactor.Text(line.Message), 1000),
        CreatedAt = now,
    };
}

/// <summary>One run of the catalog sync.</summary>
internal sealed class SyncLogRow
{
    public long Id { get; private set; }

    public string Target { get; private set; } = "";

    public string Mode { get; private set; } = "";

    public string Status { get; private set; } = "";

    public string Message { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static SyncLogRow Of(SyncLine line, DateTimeOffset now) => new()
    {
        Target = LogRedactor.Cut(line.Target, 64),
        Mode = LogRedactor.Cut(line.Mode, 32),
        Status = LogRedactor.Cut(line.Status, 32),
        Message = LogRedactor.Cut(LogRedactor.Text(line.Message), 1000),
        CreatedAt = now,
    };
}

internal sealed class AutomationLogConfiguration : IEntityTypeConfiguration<AutomationLogRow>
{
    public void Configure(EntityTypeBuilder<AutomationLogRow> builder)
    {
        builder.ToTable("automation_logs");
        builder.Property(row => row.Action).HasMaxLength(128);
        builder.Property(row => row.Message).HasMaxLength(1000);
        builder.HasIndex(row => new { row.OrderId, row.Id });
        builder.HasIndex(row => row.CreatedAt);
    }
}

internal sealed class SyncLogConfiguration : IEntityTypeConfiguration<SyncLogRow>
{
    public void Configure(EntityTypeBuilder<SyncLogRow> builder)
    {
        builder.ToTable("sync_logs");
        builder.Property(row => row.Target).HasMaxLength(64);
        builder.Property(row => row.Mode).HasMaxLength(32);
        builder.Property(row => row.Status).HasMaxLength(32);
        builder.Property(row => row.Message).HasMaxLength(1000);
        builder.HasIndex(row => row.CreatedAt);
    }
}
