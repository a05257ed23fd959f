using System.Text.Json.Nodes;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Platform.Settings;
using VpsPanel.Infrastructure.Persistence.Dialects;
using VpsPanel.Infrastructure.Persistence.Outbox;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Platform.Outbox;

/// <summary>Many messages at once. Each test has keys of its own.</summary>
public sealed class BatchTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private static readonly string Reaction = $"witness-setting-change:{StoredNameAttribute.Of(typeof(SettingChanged))}";

    private PanelHost _node = null!;

    public async Task InitializeAsync()
    {
        _node = new PanelHost(app.ConnectionString, app.Clock, null, typeof(WitnessSettingChange).Assembly);
        _node.Errors.Expect("witness-setting-change");

        // The tests make the passes.
        await _node.Services.GetRequiredService<OutboxDispatcher>().StopAsync(default);
        await TestDatabase.Execute(app.ConnectionString, "delete from outbox_messages");
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Messages_that_are_due_together_are_delivered_by_one_transaction()
    {
        await Insert("b.many", 60);

        (await Pass()).Should().Be(new DeliveryPass(60, 60, false));

        Script.Count("b.many").Should().Be(60);
        (await Left("b.many")).Should().Be(0);
    }

    [Fact]
    public async Task One_that_fails_is_counted_once_and_undoes_nothing_but_itself()
    {
        Script.Acts["b.bad"] = _ => throw new InvalidOperationException("broken");
        Script.Acts["b.good"] = async services =>
        {
            await services.GetRequiredService<ISettingStore>().Add(StoredSetting.Create("b.effect", "x"), default);
            return Result.Success;
        };
        await Insert("b.good", 1);
        await Insert("b.bad", 1);

        var first = await Pass();
        var second = await Pass();
        await Pass();

        first.Should().Be(new DeliveryPass(2, 1, true));
        second.Settled.Should().Be(1);
        Script.Count("b.bad").Should().Be(1);
        (await app.Scalar<long>("select count(*) from outbox_messages where payload like '%b.bad%' and attempts = 1")).Should().Be(1);
        (await Left("b.good")).Should().Be(0);
        (await app.Scalar<long>("select count(*) from settings where setting_key = 'b.effect'")).Should().Be(1);
    }

    [Fact]
    public async Task What_one_message_writes_the_next_one_reads()
    {
        Script.Acts["b.row"] = async services =>
        {
            var store = services.GetRequiredService<ISettingStore>();
            if (await store.FindByKey("b.row.effect", default) is { } row)
                row.Change($"{row.Value}+");
            else
                await store.Add(StoredSetting.Create("b.row.effect", "+"), default);

            return Result.Success;
        };
        await Insert("b.row", 5);

        await Pass();

        (await app.Scalar<string>("select value from settings where setting_key = 'b.row.effect'")).Should().Be("+++++");
    }

    [Fact]
    public async Task A_claim_from_a_full_table_without_statistics_reads_little()
    {
        await TestDatabase.Execute(app.ConnectionString, "alter table outbox_messages set (autovacuum_enabled = false)");
        await Insert("b.full", 3000);
        var parts = OutboxTable.ClaimText(new PostgresDialect()).Split("; ");
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var set = new NpgsqlCommand($"{parts[0]}; {parts[1]}", connection, transaction);
        await set.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand($"explain (analyze, buffers, format json) {parts[2]}", connection, transaction);
        explain.Parameters.AddWithValue("now", app.Clock.GetUtcNow().UtcDateTime);
        explain.Parameters.AddWithValue("take", 100);
        explain.Parameters.AddWithValue("reactions", new[] { Reaction });

        var plan = JsonNode.Parse((string)(await explain.ExecuteScalarAsync())!)![0]!["Plan"]!;

        ((int)plan["Actual Rows"]!.GetValue<double>()).Should().Be(100);
        (plan["Shared Hit Blocks"]!.GetValue<long>() + plan["Shared Read Blocks"]!.GetValue<long>()).Should().BeLessThan(3000);
        plan.ToJsonString().Should().NotContain("Seq Scan");
        await transaction.RollbackAsync();
        await TestDatabase.Execute(app.ConnectionString, "delete from outbox_messages where payload like '%b.full%'");
    }

    private Task<DeliveryPass> Pass() => _node.Services.GetRequiredService<OutboxDelivery>().Deliver([Reaction], 100, default);

    /// <summary>Of streams of their own, due now; nobody is told.</summary>
    private Task Insert(string key, int count) => TestDatabase.Execute(
        app.ConnectionString,
        """
        insert into outbox_messages (stream, aggregate_id, reaction, event_type, payload, status, attempts, next_attempt_at, request_id, occurred_at)
        select concat('setting:', $6, n), n, $4, $1, $2, 'pending', 0, $3, 'test', $3 from generate_series(1, $5) n
        """,
        StoredNameAttribute.Of(typeof(SettingChanged)), $$"""{"setting_key":"{{key}}"}""", app.Clock.GetUtcNow().AddMinutes(-1).ToUniversalTime(),
        Reaction, count, key);

    private Task<long> Left(string key) => app.Scalar<long>($"select count(*) from outbox_messages where payload like '%{key}%'");
}
