using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.Postgres.Handwritten;

/// <summary>Where the scheduler keeps its state; Quartz owns these tables, so the EF model does not know them.</summary>
[DbContext(typeof(PanelDb))]
[Migration("20260101000002_QuartzTables")]
internal sealed class QuartzTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using var script = new StreamReader(typeof(QuartzTables).Assembly.GetManifestResourceStream("quartz.sql")!);
        migrationBuilder.Sql(script.ReadToEnd());
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        drop table qrtz_fired_triggers, qrtz_paused_trigger_grps, qrtz_paused_job_grps, qrtz_scheduler_state,
            qrtz_locks, qrtz_blob_triggers, qrtz_simprop_triggers, qrtz_cron_triggers,
            qrtz_simple_triggers, qrtz_triggers, qrtz_job_details, qrtz_calendars
        """);
}
