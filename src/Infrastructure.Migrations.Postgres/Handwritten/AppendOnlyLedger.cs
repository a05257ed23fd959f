using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.Postgres.Handwritten;

/// <summary>Booked money stays booked: a mistake is corrected by another entry.</summary>
[DbContext(typeof(PanelDb))]
[Migration("20260101000003_AppendOnlyLedger")]
internal sealed class AppendOnlyLedger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        "create trigger tr_wallet_entries_append_only before update or delete or truncate on wallet_entries "
        + "for each statement execute function refuse_change();");

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("drop trigger tr_wallet_entries_append_only on wallet_entries");
}
