using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.SqlServer.Handwritten;

/// <summary>An audit row is written once; not even this service can change or delete it.</summary>
[DbContext(typeof(PanelDb))]
[Migration("20260101000001_AppendOnlyAudit")]
internal sealed class AppendOnlyAudit : Migration
{
    // No trigger on insert: EF's inserts use OUTPUT, which SQL Server refuses on a table with one. In exec, because a trigger has to be
    // alone in its batch, and a script puts it behind other statements. Triggers hear nothing of TRUNCATE; a table that another one refers
    // to cannot be truncated, and the other one stays empty.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table audit_logs_truncate_guard (audit_log_id bigint null constraint fk_audit_logs_truncate_guard references audit_logs (id));
        exec(N'create trigger tr_audit_logs_append_only on audit_logs instead of update, delete as
        throw 51000, ''audit_logs is append-only'', 1;');
        """);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("drop trigger tr_audit_logs_append_only; drop table audit_logs_truncate_guard;");
}
