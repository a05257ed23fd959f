using System.Net;
using FluentAssertions;
using VpsPanel.Functional.Tests.Sales.Subscriptions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.Proxies.Nodes;

public sealed class NodeTests(PanelApp app) : IClassFixture<PanelApp>, IAsyncLifetime
{
    private const string Nodes = "/api/v1/admin/nodes";

    private Person _admin = null!;

    public async Task InitializeAsync()
    {
        await app.Primary();
        _admin = await app.NewAdmin("node.*");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_node_is_made_with_its_defaults()
    {
        var name = Name();

        var node = (await _admin.Http.Post(
            Nodes,
            new { name, region = "Hong Kong", tags = new[] { "premium" }, protocols = new[] { "VLESS" }, capacity_mbps = "1000" })).Ok;

        node.ToJsonString().Should().Be(
            $$"""
            {"id":{{node["id"]}},"name":"{{name}}","region":"Hong Kong","country":"","isp":"","status":"offline","tags":["premium"],
            "protocols":["vless"],"capacity_mbps":1000,"description":"","last_synced_at":0,"updated_at":{{node["updated_at"]}}}
            """.ReplaceLineEndings(""));
        (await List($"q={name}"))[0]!.ToJsonString().Should().Be(node.ToJsonString());
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'node.create' and target_id = $1", node["id"]!.ToString()))
            .Should().Be(1);
    }

    [Theory]
    [InlineData("""{"name":" "}""", "name")]
    [InlineData("""{"name":"a","status":"on"}""", "status")]
    [InlineData("""{"name":"a","capacity_mbps":-1}""", "capacity_mbps")]
    [InlineData("""{"name":"a","protocols":["a b"]}""", "protocols")]
    public async Task Nonsense_is_refused_by_the_name_of_its_field(string body, string field)
    {
        var refused = await _admin.Http.Post(Nodes, body);

        refused.ShouldName(field);
    }

    [Fact]
    public async Task A_name_belongs_to_one_node()
    {
        var name = Name();
        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _admin.Http.Post(Nodes, new { name })));
        var other = await NewNode();

        replies.Count(reply => reply.Status == HttpStatusCode.OK).Should().Be(1);
        replies.Where(reply => reply.Status != HttpStatusCode.OK).Should().OnlyContain(reply => reply.Code == "node.name_taken");
        (await _admin.Http.Patch($"{Nodes}/{other}", new { name })).Code.Should().Be("node.name_taken");
    }

    [Fact]
    public async Task An_update_keeps_what_it_does_not_mention()
    {
        var node = await NewNode(new { name = Name(), country = "HK", tags = new[] { "a" }, description = "old" });

        var changed = (await _admin.Http.Patch($"{Nodes}/{node}", new { status = "Maintenance", description = "" })).Ok;

        ((string)changed["status"]!).Should().Be("maintenance");
        ((string)changed["country"]!).Should().Be("HK");
        ((string)changed["description"]!).Should().BeEmpty();
        changed["tags"]!.AsArray().Should().ContainSingle();
        (await _admin.Http.Patch($"{Nodes}/{node}", new { status = "gone" })).Status.Should().Be(HttpStatusCode.BadRequest);
        (await _admin.Http.Patch($"{Nodes}/999999", new { status = "online" })).Code.Should().Be("node.not_found");
    }

    [Fact]
    public async Task A_disabled_node_stays_until_an_admin_brings_it_back()
    {
        var node = await NewNode();

        ((string)(await _admin.Http.Post($"{Nodes}/{node}/disable")).Ok["status"]!).Should().Be("disabled");
        ((string)(await _admin.Http.Post($"{Nodes}/{node}/disable")).Ok["status"]!).Should().Be("disabled");
        ((string)(await _admin.Http.Patch($"{Nodes}/{node}", new { status = "online" })).Ok["status"]!).Should().Be("online");
        (await _admin.Http.Post($"{Nodes}/0/disable")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_list_is_searched_filtered_sorted_and_paged()
    {
        var mark = Name();
        var ids = new List<long>();
        foreach (var (region, capacity) in new[] { ("B", 10), ("A", 30), ("C", 20) })
            ids.Add(
                await NewNode(new { name = Name(), region, capacity_mbps = capacity, description = $"100% {mark}", status = "online" }));
        await _admin.Http.Call(HttpMethod.Put, $"{Nodes}/{ids[1]}/kernels/grpc", new { endpoint = "a:1" });

        (await Ids($"q={mark.ToUpperInvariant()}")).Should().Equal([ids[1], ids[2], ids[0]], "the last touched comes first");
        (await Ids($"q={mark}&sort=region&direction=asc")).Should().Equal(ids[1], ids[0], ids[2]);
        (await Ids($"q={mark}&sort=capacity_mbps")).Should().Equal(ids[1], ids[2], ids[0]);
        (await Ids($"q={mark}&sort=nonsense&direction=up&page=x")).Should().Equal(ids[1], ids[2], ids[0]);
        (await Ids($"q={mark}&status=ONLINE&protocol=GRPC")).Should().Equal(ids[1]);
        (await Ids($"q={mark}&status=disabled")).Should().BeEmpty();
        (await Ids("q=100%25x")).Should().BeEmpty("a percent sign is no wildcard");

        var page = (await _admin.Http.Get($"{Nodes}?q={mark}&per_page=2&page=2&sort=name")).Ok;
        page["nodes"]!.AsArray().Should().ContainSingle();
        page["pagination"]!.ToJsonString().Should().Be("""{"page":2,"per_page":2,"total_count":3,"has_next":false,"has_prev":true}""");
    }

    [Fact]
    public async Task A_kernel_is_written_by_hand_and_changed_in_part()
    {
        var node = await NewNode();
        var path = $"{Nodes}/{node}/kernels";

        (await _admin.Http.Call(
            HttpMethod.Put, $"{path}/VLESS", new { endpoint = "hk1.example.com:443", revision = "r1", config = new { sni = "x.example.com" } }))
            .Ok.ToJsonString().Should().Be(
                """{"protocol":"vless","endpoint":"hk1.example.com:443","revision":"r1","status":"configured","config":{"sni":"x.example.com"},"last_synced_at":0}""");
        (await _admin.Http.Call(HttpMethod.Put, $"{path}/vless", new { revision = "r2" })).Ok["endpoint"]!.ToString().Should()
            .Be("hk1.example.com:443");
        await _admin.Http.Call(HttpMethod.Put, $"{path}/http", new { endpoint = "hk1.example.com:80" });

        var kernels = (await _admin.Http.Get(path)).Ok;
        ((long)kernels["node_id"]!).Should().Be(node);
        kernels["kernels"]!.AsArray().Select(kernel => $"{kernel!["protocol"]} {kernel["revision"]}").Should().Equal("http ", "vless r2");
        (await app.Scalar<string>("select protocols from nodes where id = $1", node)).Should().Be("""["http","vless"]""");
    }

    [Fact]
    public async Task A_kernel_is_taken_off_its_node_once()
    {
        var node = await NewNode();
        var path = $"{Nodes}/{node}/kernels";
        await _admin.Http.Call(HttpMethod.Put, $"{path}/vless", new { endpoint = "hk1.example.com:443" });
        await _admin.Http.Call(HttpMethod.Put, $"{path}/trojan", new { endpoint = "hk1.example.com:444" });

        (await (await app.NewAdmin("node.list")).Http.Call(HttpMethod.Delete, $"{path}/vless")).Status.Should().Be(HttpStatusCode.Forbidden);
        (await _admin.Http.Call(HttpMethod.Delete, $"{path}/VLESS")).Status.Should().Be(HttpStatusCode.OK);

        (await _admin.Http.Call(HttpMethod.Delete, $"{path}/vless")).Code.Should().Be("node.no_such_kernel");
        (await _admin.Http.Call(HttpMethod.Delete, $"{Nodes}/999999/kernels/vless")).Code.Should().Be("node.not_found");
        (await _admin.Http.Get(path)).Ok["kernels"]!.AsArray().Should().ContainSingle().Which!["protocol"]!.ToString().Should().Be("trojan");
        (await app.Scalar<string>("select protocols from nodes where id = $1", node)).Should().Be("""["trojan"]""");
        (await app.Scalar<long>("select count(*) from audit_logs where action = 'node.drop_kernel' and target_id = $1", $"{node}")).Should().Be(1);
    }

    [Theory]
    [InlineData("vless", """{"config":[1]}""", "config")]
    [InlineData("vless", """{"config":"text"}""", "config")]
    [InlineData("vless", """{"endpoint":"a b"}""", "endpoint")]
    [InlineData("v%20less", """{"endpoint":"a:1"}""", "protocol")]
    public async Task A_kernel_that_no_client_could_use_is_refused(string protocol, string body, string field)
    {
        var refused = await _admin.Http.Call(HttpMethod.Put, $"{Nodes}/{await NewNode()}/kernels/{protocol}", body);

        refused.ShouldName(field);
    }

    [Theory]
    [InlineData("""{"endpoint":"a.example.com:443","config":{"tls":"on"}}""", "kernel.bad_value", "config.tls")]
    [InlineData("""{"endpoint":"a.example.com:443","config":{"tls":true,"fnord":{"x":1}}}""", "kernel.unknown_key", "config.fnord")]
    [InlineData("""{"endpoint":"a.example.com:443","config":{"tls":true,"sni":"a.b","servername":"c.d"}}""", "kernel.keys_disagree", "config.servername")]
    [InlineData("""{"endpoint":"a.example.com","config":{"tls":true}}""", "kernel.bad_value", "endpoint")]
    [InlineData("""{"endpoint":"a.example.com:443","config":{"realitySettings":{"privateKey":"p"},"security":"reality"}}""", "kernel.bad_value", "config.realitySettings.privateKey")]
    public async Task A_kernel_that_would_be_delivered_weaker_or_dead_is_refused_by_the_names_of_its_keys(string body, string code, string key)
    {
        var node = await NewNode();

        var refused = await _admin.Http.Call(HttpMethod.Put, $"{Nodes}/{node}/kernels/vless", body);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be(code);
        refused.ShouldName(key);
        (await app.Scalar<long>("select count(*) from node_kernels where node_id = $1", node)).Should().Be(0);
    }

    [Fact]
    public async Task A_stored_kernel_that_is_wrong_is_listed_and_takes_what_mends_it()
    {
        var node = (await app.NewNode(Name(), """{"security":"xtls","sni":"a.example.com"}""")).Value;

        var kernel = (await _admin.Http.Get($"{Nodes}/{node}/kernels")).Ok["kernels"]![0]!;
        ((string)kernel["faults"]![0]!).Should().Contain("config.security");
        (await _admin.Http.Patch($"{Nodes}/{node}", new { region = "Elsewhere" })).Status.Should().Be(HttpStatusCode.OK);
        (await _admin.Http.Call(HttpMethod.Put, $"{Nodes}/{node}/kernels/vless", new { revision = "r2" })).ShouldName("config.security");

        var mended = await _admin.Http.Call(
            HttpMethod.Put, $"{Nodes}/{node}/kernels/vless", new { config = new { security = "tls", sni = "a.example.com" } });

        mended.Ok["faults"].Should().BeNull();
        (await _admin.Http.Get($"{Nodes}/{node}/kernels")).Ok["kernels"]![0]!["faults"].Should().BeNull();
    }

    [Fact]
    public async Task An_admin_sees_which_clients_get_a_node_and_why_the_others_do_not()
    {
        var node = await NewNode();
        var path = $"{Nodes}/{node}/kernels";
        await _admin.Http.Call(
            HttpMethod.Put, $"{path}/vless", new { endpoint = "a.example.com:443", config = new { tls = true, network = "xhttp", path = "/x" } });
        await _admin.Http.Call(HttpMethod.Put, $"{path}/grpc", new { endpoint = "a.example.com:444" });
        await _admin.Http.Call(HttpMethod.Put, $"{path}/trojan", new { endpoint = "a.example.com:445", config = new { sni = "a.example.com" } });

        var answer = (await _admin.Http.Get($"{Nodes}/{node}/clients")).Ok;

        ((long)answer["node_id"]!).Should().Be(node);
        var clients = answer["clients"]!.AsArray();
        clients.Select(client => (string)client!["client"]!).Distinct().Should()
            .BeEquivalentTo("mihomo", "stash", "sing-box", "links", "surge", "quantumultx", "loon");
        clients.Where(client => (string)client!["client"]! == "sing-box").Select(client => (string)client!["version"]!)
            .Should().Equal("1.11.0", "1.12.0", "1.13.0", "1.14.0");
        clients.Single(client => (string)client!["client"]! == "mihomo" && (bool)client["assumed"]!)!["version"]!.ToString().Should().Be("1.19.2");
        foreach (var client in clients)
        {
            var kernels = client!["kernels"]!.AsArray().ToDictionary(kernel => (string)kernel!["protocol"]!, kernel => kernel!);
            ((bool)kernels["trojan"]["delivered"]!).Should().BeTrue();
            ((string)kernels["grpc"]["reasons"]![0]!).Should().Be("no client speaks grpc");
            var takes = (string)client["client"]! == "links" || (string)client["version"]! == "1.19.22";
            ((bool)kernels["vless"]["delivered"]!).Should().Be(takes);
            kernels["vless"]["reasons"]!.AsArray().Count.Should().Be(takes ? 0 : 1);
        }

        (await _admin.Http.Get($"{Nodes}/999999/clients")).Code.Should().Be("node.not_found");
    }

    [Theory]
    [InlineData("DIRECT")]
    [InlineData("REJECT-DROP")]
    [InlineData("DNS")]
    public async Task A_word_of_clients_is_no_name_of_a_node(string name)
    {
        (await _admin.Http.Post(Nodes, new { name })).ShouldName("name");
        (await _admin.Http.Patch($"{Nodes}/{await NewNode()}", new { name })).ShouldName("name");
    }

    [Fact]
    public async Task A_config_has_a_bound()
    {
        var refused = await _admin.Http.Call(
            HttpMethod.Put, $"{Nodes}/{await NewNode()}/kernels/vless", new { config = new { x = new string('x', 70_000) } });

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_node_that_nobody_knows_has_no_kernels()
    {
        (await _admin.Http.Get($"{Nodes}/999999/kernels")).Code.Should().Be("node.not_found");
        (await _admin.Http.Call(HttpMethod.Put, $"{Nodes}/999999/kernels/http", new { endpoint = "a:1" })).Code.Should()
            .Be("node.not_found");
        (await _admin.Http.Get($"{Nodes}/x/kernels")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "")]
    [InlineData("PATCH", "/1")]
    [InlineData("POST", "/1/disable")]
    [InlineData("GET", "/1/kernels")]
    [InlineData("GET", "/1/clients")]
    [InlineData("PUT", "/1/kernels/http")]
    [InlineData("POST", "/1/kernels/sync")]
    public async Task Every_route_needs_its_permission(string method, string path)
    {
        var clerk = await app.NewAdmin("plan.*");
        var user = await app.NewUser();
        var verb = new HttpMethod(method);
        object? body = method == "GET" ? null : new { };

        (await clerk.Http.Call(verb, Nodes + path, body)).Code.Should().Be("auth.permission_denied");
        (await user.Http.Call(verb, Nodes + path, body)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await app.Anonymous.Call(verb, Nodes + path, body)).Status.Should().Be(HttpStatusCode.Unauthorized);
    }

    private static string Name() => $"edge-{Guid.NewGuid():N}";

    private async Task<long> NewNode(object? form = null) => (long)(await _admin.Http.Post(Nodes, form ?? new { name = Name() })).Ok["id"]!;

    private async Task<System.Text.Json.Nodes.JsonArray> List(string query) =>
        (await _admin.Http.Get($"{Nodes}?{query}")).Ok["nodes"]!.AsArray();

    private async Task<IEnumerable<long>> Ids(string query) => (await List(query)).Select(node => (long)node!["id"]!);
}
