using FluentAssertions;
using Npgsql;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence;

/// <summary>What tests that share a database rely on.</summary>
public sealed class ResetTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task A_reset_leaves_the_schema_its_guards_and_no_row()
    {
        _ = await app.Primary();
        var user = await app.NewUser();
        _ = (await user.Http.Post("/api/v1/wallet/recharge", new { amount = 10, note = "mine" })).Ok;
        var migrations = await app.Scalar<long>("select count(*) from schema_migrations");

        await app.Reset();

        (await Filled()).Should().BeEquivalentTo("public.schema_migrations", "hangfire.schema");
        (await app.Scalar<long>("select count(*) from schema_migrations")).Should().Be(migrations);
        (await app.Scalar<long>("select count(*) from pg_trigger where not tgisinternal and tgenabled <> 'O'")).Should().Be(0);
        (await user.Http.Get("/api/v1/me")).Status.Should().Be(System.Net.HttpStatusCode.Unauthorized, "the account is gone");
        _ = (await (await app.Primary()).Http.Get("/admin/api/v1/users")).Ok;
    }

    private async Task<List<string>> Filled()
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select schemaname || '.' || tablename from pg_tables where schemaname in ('public', 'hangfire')", connection))
        await using (var rows = await list.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                tables.Add(rows.GetString(0));
        }

        var filled = new List<string>();
        foreach (var table in tables)
        {
            await using var look = new NpgsqlCommand($"select exists (select 1 from {table})", connection);
            if ((bool)(await look.ExecuteScalarAsync())!)
                filled.Add(table);
        }

        return filled;
    }
}
