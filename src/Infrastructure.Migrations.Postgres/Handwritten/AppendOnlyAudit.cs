using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.Postgres.Handwritten;

/// <summary>An audit row is written once; not even this service can change or delete it.</summary>
[DbContext(typeof(PanelDb))]
[Migration("20260101000001_AppendOnlyAudit")]
internal sealed class AppendOnlyAudit : Migration
{
    // Each ends with a semicolon, which the script of all migrations needs.
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            create function refuse_change() returns trigger language plpgsql as $$
            begin
                raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
            end $$;
            """);
        migrationBuilder.Sql(
            "create trigger tr_audit_logs_append_only before update or delete or truncate on audit_logs "
            + "for each statement execute function refuse_change();");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("drop trigger tr_audit_logs_append_only on audit_logs");
        migrationBuilder.Sql("drop function refuse_change()");
    }
}
