using System.Data.Common;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Infrastructure.Persistence;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence;

public sealed class SchemaTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_migrations_make_what_the_model_says()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PanelDb>();

        db.Database.HasPendingModelChanges().Should().BeFalse("build/migration.sh writes what is missing");
        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task The_printed_script_makes_the_same_schema_and_may_run_again()
    {
        var name = $"script_{Guid.NewGuid():N}"[..24];
        await TestDatabase.Execute(TestDatabase.Server, $"create database {name}");
        var script = await DatabaseMigration.Script(app.Services);

        for (var time = 0; time < 2; time++)
        {
            // Where SQL Server ends a batch, its tools see a line of their own.
            foreach (var batch in script.Split("\nGO\n", StringSplitOptions.RemoveEmptyEntries))
                await TestDatabase.Execute(TestDatabase.For(name), batch);
        }

        await using var node = new PanelHost(TestDatabase.For(name)) { JudgesErrors = false };
        await using var scope = node.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<PanelDb>().Database.GetPendingMigrationsAsync()).Should().BeEmpty();
        var change = () => TestDatabase.Execute(TestDatabase.For(name), "delete from audit_logs");
        TestDatabase.Refusal((await change.Should().ThrowAsync<DbException>()).Which).Should().Be("append_only");
    }

    [Fact]
    public async Task Every_mapped_column_can_be_selected()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PanelDb>();
        var tables = db.Model.GetEntityTypes().ToList();

        tables.Should().NotBeEmpty();
        foreach (var table in tables)
        {
            var columns = string.Join(", ", table.GetProperties().Select(property => property.GetColumnName()));
            var rows = await app.Scalar<long>($"select count(*) from (select {columns} from {table.GetTableName()}) all_columns");
            rows.Should().BeGreaterThanOrEqualTo(0);
        }
    }
}
