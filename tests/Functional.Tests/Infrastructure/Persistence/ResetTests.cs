using System.Net;
using FluentAssertions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Infrastructure.Persistence;

/// <summary>What tests that share a database rely on.</summary>
public sealed class ResetTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task A_reset_leaves_the_schema_and_nobody_who_was_there_before()
    {
        _ = await app.Primary();
        var user = await app.NewUser();
        _ = (await user.Http.Post("/api/v1/wallet/recharge", new { amount = 10, note = "mine" })).Ok;
        var migrations = await app.Scalar<long>("select count(*) from schema_migrations");

        await app.Reset();

        foreach (var table in new[] { "users", "sessions", "wallet_orders", "outbox_messages", "audit_logs", "wallet_entries" })
            (await app.Scalar<long>($"select count(*) from {table}")).Should().Be(0, table);
        (await app.Scalar<long>("select count(*) from schema_migrations")).Should().Be(migrations);
        (await user.Http.Get("/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        _ = (await (await app.Primary()).Http.Get("/admin/api/v1/users")).Ok;
    }
}
