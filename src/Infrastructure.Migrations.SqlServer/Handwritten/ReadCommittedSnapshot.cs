using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using VpsPanel.Infrastructure.Persistence;

namespace VpsPanel.Infrastructure.Migrations.SqlServer.Handwritten;

/// <summary>
/// Reading never waits for writing, as on PostgreSQL: otherwise every list would wait for the transactions that touch one of its rows,
/// and deadlock with some. A database that EF creates is like this from the start, one that somebody else created usually is not.
/// </summary>
[DbContext(typeof(PanelDb))]
[Migration("20260101000002_ReadCommittedSnapshot")]
internal sealed class ReadCommittedSnapshot : Migration
{
    // The switch needs the database for itself. It is thrown once, before anything is stored.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        if exists (select 1 from sys.databases where name = db_name() and is_read_committed_snapshot_on = 0)
            exec(N'alter database current set read_committed_snapshot on with rollback immediate;');
        """,
        suppressTransaction: true);

    // Somebody else's databases may rely on it by now, and it harms nobody.
    protected override void Down(MigrationBuilder migrationBuilder)
    {
    }
}
