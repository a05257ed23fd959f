using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.Postgres.Handwritten;

/// <summary>
/// What lists are filtered and sorted by, and what words are searched in: triples of characters find a word anywhere in a text, patterns
/// find the beginning of a text by fewer.
/// </summary>
[DbContext(typeof(PanelDb))]
[Migration("20260101000006_ListIndexes")]
internal sealed class ListIndexes : Migration
{
    private static readonly (string Table, string Columns)[] Sorted =
    [
        ("vps", "status, id"),
        ("vps", "user_id, id"),
        ("audit_logs", "admin_id, id"),
        ("audit_logs", "action, id"),
        ("audit_logs", "target_type, target_id, id"),
        ("notifications", "user_id, id"),
        ("users", "is_admin, status, id"),
    ];

    private static readonly (string Table, string Name, string Text)[] Searched =
    [
        ("orders", "order_no", "lower(order_no)"), ("users", "username", "lower(username)"), ("users", "email", "lower(email)"),
        ("users", "username_key", "username_key"), ("users", "email_key", "email_key"), ("users", "qq", "qq"), ("users", "phone", "phone"),
        ("vps", "name", "lower(name)"), ("vps", "automation_instance_id", "lower(automation_instance_id)"),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("create extension if not exists pg_trgm;");
        foreach (var (table, columns) in Sorted)
            migrationBuilder.Sql($"create index {Name(table, columns)} on {table} ({columns});");

        migrationBuilder.Sql("create index ix_notifications_unread on notifications (user_id, id) where read_at is null;");
        foreach (var (table, name, text) in Searched)
        {
            migrationBuilder.Sql($"create index ix_{table}_{name}_words on {table} using gin (({text}) gin_trgm_ops);");
            migrationBuilder.Sql($"create index ix_{table}_{name}_beginning on {table} (({text}) text_pattern_ops);");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, name, _) in Searched)
            migrationBuilder.Sql($"drop index ix_{table}_{name}_words, ix_{table}_{name}_beginning;");

        migrationBuilder.Sql("drop index ix_notifications_unread;");
        foreach (var (table, columns) in Sorted)
            migrationBuilder.Sql($"drop index {Name(table, columns)};");
    }

    private static string Name(string table, string columns) => $"ix_{table}_{columns.Replace(", ", "_", StringComparison.Ordinal)}_list";
}
