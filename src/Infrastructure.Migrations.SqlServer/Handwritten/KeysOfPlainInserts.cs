using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.SqlServer.Handwritten;

/// <summary>
/// What is numbered from blocks gets the first key of a block of its own where a plain insert names none, so that nobody who writes to
/// the database by hand can take a key that a node holds.
/// </summary>
[DbContext(typeof(PanelDb))]
[Migration("20260101000004_KeysOfPlainInserts")]
internal sealed class KeysOfPlainInserts : Migration
{
    private static readonly string[] Tables = ["orders", "order_items", "wallet_orders", "wallet_entries"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.Sql(
                $"alter table {table} add constraint df_{table}_id default (next value for {table}_id_blocks) for id;");
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
            migrationBuilder.Sql($"alter table {table} drop constraint df_{table}_id;");
    }
}
