using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.SqlServer.Handwritten;

/// <summary>What lists are filtered and sorted by. Words are searched from their beginning here.</summary>
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

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, columns) in Sorted)
            migrationBuilder.Sql($"create index {Name(table, columns)} on {table} ({columns});");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, columns) in Sorted)
            migrationBuilder.Sql($"drop index {Name(table, columns)} on {table};");
    }

    private static string Name(string table, string columns) => $"ix_{table}_{columns.Replace(", ", "_", StringComparison.Ordinal)}_list";
}
