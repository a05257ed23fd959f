using System.Data.Common;
using System.Collections.Concurrent;
using FluentAssertions;
using FluentAssertions.Execution;
using VpsPanel.AutomationSimulator.Switches;
using VpsPanel.Functional.Tests.Billing.Payments;
using VpsPanel.Functional.Tests.Engagement.Mail;
using VpsPanel.Functional.Tests.Sales.VpsOrders;
using VpsPanel.Functional.Tests.Servers;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>
/// Does a day's work with secrets that are easy to recognise, and then looks for them wherever the service writes: in what it answered,
/// in its log, in every column of every table.
/// </summary>
public sealed class SecretScanTests : IAsyncLifetime
{
    private readonly MemoryLog _log = new();
    private readonly Recorder _answers = new();
    private readonly ConcurrentDictionary<string, Secret> _secrets = new(StringComparer.Ordinal);
    private Hosting _hosting = null!;
    private SmtpServer _mail = null!;

    private PanelApp App => _hosting.App;

    public async Task InitializeAsync()
    {
        _hosting = new Hosting { App = new PanelApp { HasSockets = true, Log = _log }, UpstreamKey = Know("upstream key") };
        await _hosting.InitializeAsync();
        _hosting.App.Errors.Expect("smtp.failed");
        _mail = new SmtpServer { Login = ("panel", Know("mail password")) }.Trust();
        Know("signing key", PanelHost.SigningKey);
        Know("key of stored secrets", PanelHost.SecretsKey);
        Know("database password", (string)new DbConnectionStringBuilder { ConnectionString = App.ConnectionString }["Password"]);
    }

    public async Task DisposeAsync()
    {
        _answers.Dispose();
        await _hosting.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task No_secret_is_left_where_somebody_else_could_read_it()
    {
        var admin = As(await App.Primary());
        await Configure(admin);
        await AccountsAndKeys(admin);
        await SellAHost();
        await ReadEverything(admin);

        _secrets.Should().HaveCountGreaterThan(15);
        _log.Lines.Should().NotBeEmpty();
        _answers.All.Should()
            .Contain(answer => answer.Body.Contains("ak_live_", StringComparison.Ordinal), "what is meant to be handed out was heard");
        (await App.Scalar<long>("select count(*) from outbox_messages where payload like '%protected_token%'")).Should()
            .BePositive("a link waits");
        (await App.Scalar<long>("select count(*) from automation_logs")).Should().BePositive("the debug log was on");
        using var all = new AssertionScope();
        foreach (var secret in _secrets.Values)
        {
            _answers.All.Where(answer => answer.Body.Contains(secret.Text, StringComparison.Ordinal)).Select(answer => answer.Call)
                .Where(call => !secret.HandedOutBy.Any(meant => call.StartsWith(meant, StringComparison.Ordinal))).Should()
                .BeEmpty("the {0} is nobody's to read again", secret.Name);
            _log.Lines.Where(line => line.Contains(secret.Text, StringComparison.Ordinal)).Should()
                .BeEmpty("the log is no place for the {0}", secret.Name);
        }

        foreach (var (table, text) in await Tables())
        {
            foreach (var secret in _secrets.Values)
                text.Contains(secret.Text, StringComparison.Ordinal).Should()
                    .BeFalse("the {0} stands readable in the table {1}", secret.Name, table);
        }
    }

    private async Task Configure(HttpClient admin)
    {
        _ = (await admin.Patch("/admin/api/v1/debug/status", new { enabled = true })).Ok;
        _ = (await admin.Patch("/admin/api/v1/settings", new { key = "robot_webhook_secret", value = Know("robot secret") })).Ok;
        _ = (await admin.Patch("/admin/api/v1/integrations/smtp", new
        {
            host = "127.0.0.1", port = _mail.Port, user = "panel",
            pass = _secrets.Values.Single(secret => secret.Name == "mail password").Text,
            from = "panel@example.com", enabled = true,
        })).Ok;
        var config = $$"""{"base_url":"https://gateway.test/submit","pid":"1001","key":"{{Know("merchant key")}}","pay_type":"alipay","notify_url":"https://shop.test/paid"}""";
        _ = (await admin.Patch("/admin/api/v1/payments/providers/yipay", new { enabled = true, config_json = config })).Ok;
        await admin.Post("/admin/api/v1/integrations/smtp/test", new { to = "bob@example.com", subject = "Hi", body = "Hello" });
        await admin.Patch("/admin/api/v1/integrations/smtp", new { host = "a\nb", pass = Know("refused mail password") });
        await admin.Patch("/admin/api/v1/payments/providers/yipay", new { config_json = $$"""{"key":"{{Know("refused merchant key")}}",""" });
        await App.Anonymous.Post(
            "/api/v1/install/db/check",
            new { db = new { type = "postgres", dsn = $"Host=127.0.0.1;Port=1;Password={Know("typed database password")}" } });
    }

    private async Task AccountsAndKeys(HttpClient admin)
    {
        using var guest = Client(null);
        var created = (await admin.Post(
            "/admin/api/v1/users", new { username = "eve", email = "eve@example.com", password = Know("first password") })).Ok;
        await admin.Post($"/admin/api/v1/users/{created["id"]}/reset-password", new { password = Know("second password") });
        await admin.Post(
            "/admin/api/v1/admins", new { username = "mallory", email = "m@example.com", password = Know("an admin's password") });
        await guest.Post("/api/v1/auth/login", new { username = "eve", password = Know("mistyped password") });
        await guest.Post("/api/v1/auth/login", new { username = "eve", password = new { typed = Know("password in an object") } });
        var login = (await guest.Post("/api/v1/auth/login", new { username = "eve", password = "second password".AsCanary() })).Ok;
        var renewed = (await guest.Post("/api/v1/auth/refresh", new { refresh_token = (string)login["refresh_token"]! })).Ok;
        var opened = (await admin.Post($"/admin/api/v1/users/{created["id"]}/impersonate")).Ok;
        foreach (var pair in new[] { login, renewed, opened })
        {
            Know($"access token {_secrets.Count}", (string)pair["access_token"]!, "POST /api/v1/auth/", "POST /admin/api/v1/users/");
            Know($"refresh token {_secrets.Count}", (string)pair["refresh_token"]!, "POST /api/v1/auth/", "POST /admin/api/v1/users/");
        }

        using var eve = Client((string)renewed["access_token"]!);
        await eve.Patch("/api/v1/me", new { password = Know("third password") });
        await guest.Post("/api/v1/auth/forgot-password", new { email = "eve@example.com" });
        await Eventually.Become(
            () => Task.FromResult(_mail.Mails.Any(mail => mail.To.Any(to => to.Contains("eve")))), "the mail with the link is there");
        Know("reset token", ResetToken());
        await guest.Post("/api/v1/auth/reset-password", new { token = ResetToken(), new_password = Know("fourth password") });
        await guest.Post(
            "/api/v1/auth/reset-password", new { token = ResetToken(), new_password = Know("password after the link was used") });

        // The next link has to wait for its mail server.
        _ = (await admin.Patch("/admin/api/v1/integrations/smtp", new { port = 1 })).Ok;
        _ = (await guest.Post("/api/v1/auth/forgot-password", new { email = "eve@example.com" })).Ok;

        var key = (await admin.Post("/admin/api/v1/api-keys", new { name = "robot", scopes = new[] { "robot", "admin" } })).Ok;
        Know("API key", (string)key["api_key"]!, "POST /admin/api/v1/api-keys");
        using var robot = Client((string)key["api_key"]!);
        await robot.Post("/api/v1/integrations/robot/webhook", new { text = "approve 1" });
        await robot.Get("/admin/api/v1/users");
    }

    private async Task SellAHost()
    {
        var owner = await App.NewUser();
        Know("owner's token", owner.Token);
        var (order, vps) = await _hosting.RunningVps(owner);
        var host = _hosting.Upstream.Hosts.Single();
        foreach (var (name, password) in new[] { ("system password", host.OsPassword), ("screen password", host.VncPassword), ("panel password", host.PanelPassword) })
            Know(
                name, password, "GET /api/v1/vps/", "POST /api/v1/vps/", "GET /admin/api/v1/vps/", "POST /admin/api/v1/vps/",
                $"POST /api/v1/orders/{order.Value}/refresh", "GET /api/v1/vps ");

        using var http = As(owner);
        foreach (var path in new[] { "", "/monitor", "/panel", "/vnc" })
            await http.Get($"/api/v1/vps/{vps}{path}");
        using var tab = Client(null);
        await tab.Get($"/api/v1/vps/{vps}/panel?token={owner.Token}");
        await tab.Get($"/api/v1/vps/{vps}/vnc?token={owner.Token}x");
        foreach (var kind in new[] { SwitchKind.Fail, SwitchKind.Garbage })
        {
            _hosting.Upstream.Switches.Add("hostinfo", kind, times: 1);
            await http.Post($"/api/v1/vps/{vps}/refresh");
        }

        await http.Post($"/api/v1/orders/{order.Value}/refresh");
        await App.Fund(owner, 100_000);
        var unpaid = (await _hosting.PlaceOrder(owner)).Value;
        var attempt = (await http.Post($"/api/v1/orders/{unpaid}/pay", new { method = "yipay" })).Ok;
        await App.Notify(Gateway.Notice((string)attempt["trade_no"]!, 49.90m, key: "another key"));
        await App.Notify(Gateway.Notice((string)attempt["trade_no"]!, 49.90m, key: "merchant key".AsCanary()));
    }

    /// <summary>Every list and every detail that an admin can open without knowing an id.</summary>
    private async Task ReadEverything(HttpClient admin)
    {
        var lists = LiveRoute.Lines(line => line.StartsWith("GET ", StringComparison.Ordinal) && LiveRoute.IsAdmins(line)
            && !line.Contains('{', StringComparison.Ordinal));
        foreach (var list in lists)
            await admin.Get($"{list.Split(' ')[1]}?limit=100");

        await admin.Get("/admin/api/v1/debug/logs?types=audit,automation,sync&limit=100");
    }

    private async Task<List<(string Table, string Text)>> Tables()
    {
        var list = TestDatabase.IsSqlServer
            ? "select string_agg(cast(concat(table_schema, '.', quotename(table_name)) as nvarchar(max)), ',') from information_schema.tables"
            : "select string_agg(table_schema || '.' || table_name, ',') from information_schema.tables where table_schema in ('public', 'hangfire')";
        var texts = new List<(string, string)>();
        foreach (var name in ((string)(await TestDatabase.Scalar(App.ConnectionString, list))!).Split(','))
        {
            var dump = TestDatabase.IsSqlServer
                ? $"select coalesce((select * from {name} for json path), '')"
                : $"select coalesce(string_agg(t::text, ' '), '') from {name} t";
            texts.Add((name, (string)(await TestDatabase.Scalar(App.ConnectionString, dump))!));
        }

        return texts;
    }

    /// <summary>Makes up a secret that nothing else looks like.</summary>
    private string Know(string name) => Know(name, name.AsCanary());

    private string Know(string name, string text, params string[] handedOutBy)
    {
        text.Length.Should().BeGreaterThan(5, "the {0} has to be told from other words", name);
        _secrets[text] = new Secret(name, text, handedOutBy);
        return text;
    }

    private string ResetToken()
    {
        var mail = _mail.Mails.Last(mail => mail.To.Any(to => to.Contains("eve", StringComparison.Ordinal)));
        return mail.Decoded().Split("token:")[1].Trim().Split('\n', ' ', '\r')[0];
    }

    private HttpClient As(Person person) => Client(person.Token);

    private HttpClient Client(string? token)
    {
        using var pattern = App.Client(token);
        var client = new HttpClient(_answers, disposeHandler: false) { BaseAddress = pattern.BaseAddress };
        client.DefaultRequestHeaders.Authorization = pattern.DefaultRequestHeaders.Authorization;
        return client;
    }

    /// <param name="HandedOutBy">The calls whose answer is meant to hold it.</param>
    private sealed record Secret(string Name, string Text, string[] HandedOutBy);

    /// <summary>Keeps every answer.</summary>
    private sealed class Recorder() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        public ConcurrentQueue<(string Call, string Body)> All { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            All.Enqueue(
                ($"{request.Method} {request.RequestUri!.AbsolutePath} ", await response.Content.ReadAsStringAsync(cancellationToken)));
            return response;
        }
    }
}

internal static class Canaries
{
    public static string AsCanary(this string name) => $"cnry-{name.Replace(' ', '-')}-71c9";
}
