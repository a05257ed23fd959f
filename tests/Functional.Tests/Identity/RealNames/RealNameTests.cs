using System.Net;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Functional.Tests.Sales.Catalog;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Identity.RealNames;

public sealed class RealNameTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Number = "11010519491231002X";
    private const string Config = "/admin/api/v1/realname/config";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        _admin = await app.Primary();
        await Configure(true, "purchase_vps");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Who_proves_their_name_is_verified_and_their_number_is_kept_encrypted_and_shown_masked()
    {
        var user = await app.NewUser();
        var before = (await user.Http.Get("/api/v1/realname/status")).Ok;
        ((bool)before["enabled"]!).Should().BeTrue();
        ((bool)before["verified"]!).Should().BeFalse();
        before["verification"].Should().BeNull();

        var reply = await Verify(user, " 张三 ", " 11010519491231002x ");

        ((string)reply.Ok["status"]!).Should().Be("verified");
        ((string)reply.Ok["real_name"]!).Should().Be("张三");
        ((string)reply.Ok["id_number"]!).Should().Be("1101****002X");
        ((string)reply.Ok["provider"]!).Should().Be("idcard_cn");
        ((DateTimeOffset)reply.Ok["verified_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        var status = (await user.Http.Get("/api/v1/realname/status")).Ok;
        ((bool)status["verified"]!).Should().BeTrue();
        status["verification"]!.ToJsonString().Should().Be(reply.Ok.ToJsonString());
        status["block_actions"]!.AsArray().Select(word => (string)word!).Should().Equal("purchase_vps");

        var stored = await app.Scalar<string>("select sealed_number from realname_records where user_id = $1", user.Id.Value);
        stored.Should().NotContain("1101");
        app.Services.GetRequiredService<ISecretProtector>().Unprotect(stored).Should().Be(Number);
        (await app.Scalar<long>($"select count(*) from audit_logs where detail like '%{Number[..12]}%'")).Should().Be(0);
    }

    [Fact]
    public async Task A_wrong_number_is_a_failed_record_and_the_latest_record_decides()
    {
        var user = await app.NewUser();
        _ = (await Verify(user)).Ok;

        var failed = (await Verify(user, "张三", "110105194912310021")).Ok;

        ((string)failed["status"]!).Should().Be("failed");
        ((string)failed["reason"]!).Should().Contain("check character");
        failed["verified_at"].Should().BeNull();
        ((bool)(await user.Http.Get("/api/v1/realname/status")).Ok["verified"]!).Should().BeFalse();
        ((string)(await Verify(user, "", Number)).Ok["reason"]!).Should().Contain("name");
        (await app.Scalar<long>("select count(*) from realname_records where user_id = $1", user.Id.Value)).Should().Be(3);
    }

    [Fact]
    public async Task The_longest_texts_fit_and_longer_ones_are_named()
    {
        var user = await app.NewUser();

        ((string)(await Verify(user, new string('漢', 64), new string('漢', 64))).Ok["status"]!).Should().Be("failed");
        (await Verify(user, new string('x', 65), Number)).ShouldName("real_name");
        (await Verify(user, "x", new string('1', 65))).ShouldName("id_number");
    }

    [Fact]
    public async Task Nobody_guesses_without_end_not_even_in_parallel()
    {
        var user = await app.NewUser();

        var replies = await Task.WhenAll(Enumerable.Range(0, 14).Select(_ => Verify(user, "x", "1")));

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(10);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "realname.too_many_tries");
    }

    [Fact]
    public async Task Switched_off_it_checks_nobody_and_blocks_nothing()
    {
        await Configure(false, "purchase_vps");
        var user = await app.NewUser();

        var refused = await Verify(user);

        refused.Status.Should().Be(HttpStatusCode.Forbidden);
        refused.Code.Should().Be("realname.disabled");
        (await user.Order(await Shop.Open(app))).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_order_needs_the_name_in_both_ways_of_ordering_and_exactly_these_words()
    {
        await Configure(true, "create_order");
        var (shop, user) = (await Shop.Open(app), await app.NewUser());

        Reply[] refused = [await user.Order(shop), await user.Http.Post("/api/v1/orders"), await user.Http.Post(
            "/api/v1/orders", new { items = new[] { shop.Item() } })];

        refused.Should().OnlyContain(reply => reply.Status == HttpStatusCode.Forbidden && reply.Code == "realname.required");
        refused.Should().OnlyContain(reply => (string)reply.Json["error"]! == "real name required");
        (await app.Scalar<long>("select count(*) from orders where user_id = $1", user.Id.Value)).Should().Be(0);
        (await user.Http.Post("/api/v1/wallet/recharge", new { amount = 10 })).Status.Should().Be(HttpStatusCode.OK);

        _ = (await Verify(user)).Ok;
        (await user.Order(shop)).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_word_is_answered_as_it_was_saved()
    {
        string[] saved = ["create_order", "purchase_vps", "renew_vps"];

        await Configure(true, saved);

        Words((await _admin.Http.Get(Config)).Ok).Should().Equal(saved);
        Words((await (await app.NewUser()).Http.Get("/api/v1/realname/status")).Ok).Should().Equal(saved);
    }

    [Fact]
    public async Task Wallet_orders_are_blocked_each_by_its_own_word()
    {
        await Configure(true, "wallet_recharge", "wallet_withdraw");
        var user = await app.NewUser();
        await app.Fund(user, 5000);

        (await user.Http.Post("/api/v1/wallet/recharge", new { amount = 10 })).Code.Should().Be("realname.required");
        (await user.Http.Post("/api/v1/wallet/withdraw", new { amount = 10 })).Code.Should().Be("realname.required");
        (await user.Order(await Shop.Open(app))).Status.Should().Be(HttpStatusCode.OK);

        await Configure(true, "wallet_withdraw");
        (await user.Http.Post("/api/v1/wallet/recharge", new { amount = 10 })).Status.Should().Be(HttpStatusCode.OK);
        _ = (await Verify(user)).Ok;
        (await user.Http.Post("/api/v1/wallet/withdraw", new { amount = 10 })).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_changed_phone_resets_the_verification_and_a_new_one_stands()
    {
        var user = await app.NewUser();
        _ = (await Verify(user)).Ok;

        _ = (await user.Http.Patch("/api/v1/me", new { bio = "no identity" })).Ok;
        _ = (await user.Http.Patch("/api/v1/me", new { phone = "13800000000" })).Ok;

        await Eventually.Become(
            async () => !(bool)(await user.Http.Get("/api/v1/realname/status")).Ok["verified"]!, "the verification is reset");
        var latest = (await user.Http.Get("/api/v1/realname/status")).Ok["verification"]!;
        ((string)latest["status"]!).Should().Be("reset");
        ((string)latest["reason"]!).Should().Contain("phone");
        _ = (await Verify(user)).Ok;
        await Eventually.Become(async () => await app.Scalar<long>("select count(*) from outbox_messages") == 0, "nothing on its way");
        ((bool)(await user.Http.Get("/api/v1/realname/status")).Ok["verified"]!).Should().BeTrue();
    }

    [Fact]
    public async Task An_admin_decides_on_the_latest_record()
    {
        var user = await app.NewUser();
        var path = $"/admin/api/v1/users/{user.Id.Value}/realname-status";
        (await _admin.Http.Patch(path, new { status = "verified" })).Code.Should().Be("realname.not_found");
        ((string)(await _admin.Http.Patch(path, new { status = "verified" })).Json["error"]!).Should().Be("realname record not found");
        _ = (await Verify(user, "张三", "1")).Ok;

        var verified = (await _admin.Http.Patch(path, new { status = " VERIFIED ", reason = "seen the passport" })).Ok;
        ((string)verified["status"]!).Should().Be("verified");
        ((DateTimeOffset)verified["verified_at"]!).Should().BeCloseTo(app.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await user.Order(await Shop.Open(app))).Status.Should().Be(HttpStatusCode.OK);

        var rejected = (await _admin.Http.Patch(path, new { status = "rejected", reason = "forged" })).Ok;
        rejected["verified_at"].Should().BeNull();
        ((string)rejected["reason"]!).Should().Be("forged");
        (await user.Order(await Shop.Open(app))).Code.Should().Be("realname.required");
        (await app.Scalar<long>(
            "select count(*) from audit_logs where action = 'realname.override' and target_id = $1", $"{user.Id.Value}")).Should().Be(2);

        (await _admin.Http.Patch(path, new { status = "perhaps" })).ShouldName("status");
        (await _admin.Http.Patch(path, new { reason = "x" })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _admin.Http.Patch(path, new { status = "failed", reason = new string('x', 501) })).Status.Should()
            .Be(HttpStatusCode.BadRequest);
        (await _admin.Http.Patch("/admin/api/v1/users/987654321/realname-status", new { status = "failed" })).Code.Should()
            .Be("user.not_found");
    }

    [Fact]
    public async Task Admins_list_records_newest_first_with_masked_numbers_only()
    {
        var (user, other) = (await app.NewUser(), await app.NewUser());
        _ = (await Verify(user, "first", Number)).Ok;
        _ = (await Verify(other)).Ok;
        _ = (await Verify(user, "second", Number)).Ok;

        var page = await _admin.Http.Get($"/admin/api/v1/realname/records?user_id={user.Id.Value}");

        ((long)page.Ok["total"]!).Should().Be(2);
        page.Ok["items"]!.AsArray().Select(item => (string)item!["real_name"]!).Should().Equal("second", "first");
        page.Text.Should().NotContain(Number).And.NotContain("v1.");
        ((long)(await _admin.Http.Get("/admin/api/v1/realname/records?user_id=abc")).Ok["total"]!).Should().BeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task The_configuration_changes_in_part_and_takes_known_words_only()
    {
        var providers = (await _admin.Http.Get("/admin/api/v1/realname/providers")).Ok["items"]!.AsArray();
        ((string)providers.Single()!["key"]!).Should().Be("idcard_cn");

        _ = (await _admin.Http.Patch(Config, new { block_actions = Array.Empty<string>() })).Ok;
        Words((await _admin.Http.Get(Config)).Ok).Should().Equal("purchase_vps");
        _ = (await _admin.Http.Patch(Config, new { block_actions = new[] { "RENEW_VPS", "create_order" }, enabled = "false" })).Ok;
        var config = (await _admin.Http.Get(Config)).Ok;
        Words(config).Should().Equal("renew_vps", "create_order");
        ((bool)config["enabled"]!).Should().BeFalse();
        ((string)config["provider"]!).Should().Be("idcard_cn");

        (await _admin.Http.Patch(Config, new { block_actions = new[] { "fly" } })).Code.Should().Be("settings.invalid_value");
        (await _admin.Http.Patch(Config, new { provider = "nobody" })).Code.Should().Be("settings.invalid_value");
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'realname.update'")).Should().BePositive();
    }

    [Theory]
    [InlineData("GET", "/admin/api/v1/realname/config", "realname.view")]
    [InlineData("PATCH", "/admin/api/v1/realname/config", "realname.update")]
    [InlineData("GET", "/admin/api/v1/realname/providers", "realname.list")]
    [InlineData("GET", "/admin/api/v1/realname/records", "realname.list")]
    [InlineData("PATCH", "/admin/api/v1/users/1/realname-status", "user.update")]
    public async Task Every_admin_route_has_its_own_permission(string method, string path, string code)
    {
        string[] all = ["realname.view", "realname.update", "realname.list", "user.update"];
        var without = await app.NewAdmin([.. all.Except([code])]);
        var user = await app.NewUser();

        (await without.Http.Call(new HttpMethod(method), path, method == "GET" ? null : new { })).Code.Should()
            .Be("auth.permission_denied");
        (await user.Http.Call(new HttpMethod(method), path, method == "GET" ? null : new { })).Code.Should().Be("auth.admin_required");
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_token()
    {
        (await app.Anonymous.Get("/api/v1/realname/status")).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await app.Anonymous.Post("/api/v1/realname/verify", new { })).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private async Task Configure(bool enabled, params string[] actions) =>
        _ = (await _admin.Http.Patch(Config, new { enabled, block_actions = actions })).Ok;

    private static Task<Reply> Verify(Person person, string name = "张三", string number = Number) =>
        person.Http.Post("/api/v1/realname/verify", new { real_name = name, id_number = number });

    private static IEnumerable<string> Words(System.Text.Json.Nodes.JsonNode config) =>
        config["block_actions"]!.AsArray().Select(word => (string)word!);
}
