using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.Postgres.Handwritten;

/// <summary>
/// Tables whose rows come and go, or are changed again and again, are cleaned after some thousand changes instead of a fifth of the
/// table, and keep room on each page, so that a change of unindexed columns needs no new index entries.
/// </summary>
[DbContext(typeof(PanelDb))]
[Migration("20260101000005_QueueStorage")]
internal sealed class QueueStorage : Migration
{
    private static readonly string[] Queues = ["outbox_messages", "webhook_deliveries", "provision_jobs"];
    private static readonly string[] Rewritten = ["idempotency_keys", "orders", "order_items", "wallets", "subscriptions", "traffic_counters", "sessions"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Queues)
        {
            migrationBuilder.Sql(
                $"alter table {table} set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, "
                + "autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);");
        }

        foreach (var table in Rewritten)
            migrationBuilder.Sql($"alter table {table} set (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.05);");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Queues)
        {
            migrationBuilder.Sql(
                $"alter table {table} reset (fillfactor, autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold, "
                + "autovacuum_vacuum_cost_delay, autovacuum_analyze_scale_factor, autovacuum_analyze_threshold);");
        }

        foreach (var table in Rewritten)
            migrationBuilder.Sql($"alter table {table} reset (fillfactor, autovacuum_vacuum_scale_factor);");
    }
}
