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
