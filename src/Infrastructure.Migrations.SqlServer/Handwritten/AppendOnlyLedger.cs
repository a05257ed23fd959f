using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.SqlServer.Handwritten;

/// <summary>Booked money stays booked: a mistake is corrected by another entry.</summary>
[DbContext(typeof(PanelDb))]
[Migration("20260101000003_AppendOnlyLedger")]
internal sealed class AppendOnlyLedger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        exec(N'create trigger tr_wallet_entries_append_only on wallet_entries instead of update, delete as
        throw 51000, ''wallet_entries is append-only'', 1;');
        """);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("drop trigger tr_wallet_entries_append_only");
}
