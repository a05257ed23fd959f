using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Billing.Wallets;
using VpsPanel.Testing;
using VpsPanel.WebApi.Commands;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Panel;

public sealed class SeedPanelTests(PanelApp app) : IClassFixture<PanelApp>
{
    [Fact]
    public async Task The_demo_has_plans_news_a_subscription_and_a_customer_who_bought()
    {
        await SeedDemo.Run(app.Services, default);
        await SeedDemo.Run(app.Services, default);
        var login = await app.Anonymous.Post("/api/v1/auth/login", new { email = "user@example.com", password = "P@ssw0rd!" });
        using var user = app.Client((string)login.Ok["access_token"]!);

        var plans = (await user.Get("/api/v1/user/plans")).Ok["plans"]!.AsArray();
        var statement = (await user.Get("/api/v1/user/account/balance")).Ok;
        var subscriptions = (await user.Get("/api/v1/user/subscriptions?sort=created_at&direction=asc")).Ok["subscriptions"]!.AsArray();

        plans.Select(plan => (long)plan!["price_cents"]!).Should().Equal(2999, 9999);
        ((long)statement["balance_cents"]!).Should().Be(9501);
        statement["transactions"]!.AsArray().Select(entry => (string)entry!["entry_type"]!).Should().Equal("purchase", "recharge");
        subscriptions.Should().HaveCount(2);
        ((string)subscriptions[0]!["name"]!, (long)subscriptions[0]!["traffic_total_bytes"]!, (long)subscriptions[0]!["traffic_used_bytes"]!)
            .Should().Be(("VIP-Plus", 1L << 40, 1L << 38));
        (await user.Get("/api/v1/user/orders?status=paid")).Ok["orders"]!.AsArray().Should().ContainSingle();
        (await user.Get("/api/v1/user/announcements")).Ok["announcements"]!.AsArray().Should().HaveCount(2);
        (await app.Scalar<string>("select string_agg(name || ' ' || status, ', ' order by name) from nodes")).Should()
            .Be("edge-hk-1 online, edge-la-1 maintenance");
        await app.TheBooksAreRight();
    }
}
