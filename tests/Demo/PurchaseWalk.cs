using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace VpsPanel.Demo;

/// <summary>The ways to pay that the walk knows.</summary>
public enum PayOrderRequest
{
    ProofAndAdmin,
    ProofAndRobot,
    Wallet,
    YipayNotice,
}

/// <summary>How a walk ended.</summary>
public sealed record Purchase(Api User, Api Admin, long OrderId, long VpsId, Uri Panel, IReadOnlyList<string> Events);

/// <summary>A new customer buys a host and opens its panel, over HTTP only: what a front end, an admin, a robot and a gateway do.</summary>
public sealed class PurchaseWalk(HttpClient http, Action<string> tell, string captchaCode, string adminName, string adminPassword)
{
    private const string Password = "P@ssw0rd!";

    public async Task<Purchase> Walk(PayOrderRequest way, bool fromCart)
    {
        tell($"{way}, {(fromCart ? "from the cart" : "ordered directly")}");
        var user = await Join();
        var admin = await AdminSignsIn();
        var (orderId, total) = await Order(user, fromCart);

        var events = new ConcurrentQueue<string>();
        using var stop = new CancellationTokenSource();
        var connected = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var following = user.Follow($"/api/v1/orders/{orderId}/events", events.Enqueue, connected, stop.Token);
        await Task.WhenAny(connected.Task, following);

        await Pay(way, user, admin, orderId, total);
        await Wait.Until(
            async () => (string)(await user.Get($"/api/v1/orders/{orderId}"))["order"]!["status"]! == "active", "the order is active");
        var vpsId = await RunningVps(user, orderId);
        var panel = await user.Redirect($"/api/v1/vps/{vpsId}/panel");
        await Wait.Until(() => Task.FromResult(events.Contains("order.completed")), "order.completed was heard");
        await stop.CancelAsync();
        await following.ContinueWith(_ => { }, TaskScheduler.Default);

        tell($"  heard    {string.Join(", ", events)}");
        tell($"  panel    {panel}");
        return new Purchase(user, admin, orderId, vpsId, panel, [.. events]);
    }

    private async Task<Api> Join()
    {
        var guest = new Api(http, tell, "guest");
        var captcha = await guest.Get("/api/v1/captcha");
        var name = $"u{Guid.NewGuid().ToString("N")[..10]}";
        await guest.Post("/api/v1/auth/register", new
        {
            username = name,
            email = $"{name}@example.com",
            qq = "10001",
            password = Password,
            captcha_id = (string)captcha["captcha_id"]!,
            captcha_code = captchaCode,
        });
        var login = await guest.Post("/api/v1/auth/login", new { username = name, password = Password });
        return guest.As("user", (string)login["access_token"]!);
    }

    private async Task<Api> AdminSignsIn()
    {
        var guest = new Api(http, tell, "guest");
        var login = await guest.Post("/admin/api/v1/auth/login", new { username = adminName, password = adminPassword });
        return guest.As("admin", (string)login["access_token"]!);
    }

    private static async Task<(long Id, decimal Total)> Order(Api user, bool fromCart)
    {
        var catalog = await user.Get("/api/v1/catalog");
        var line = new
        {
            package_id = (long)catalog["packages"]![0]!["id"]!,
            system_id = (long)catalog["system_images"]![0]!["id"]!,
            spec = new { add_cores = 0, add_mem_gb = 0, add_disk_gb = 0, add_bw_mbps = 0, billing_cycle_id = (long)catalog["billing_cycles"]![0]!["id"]!, cycle_qty = 1 },
            qty = 1,
        };
        var key = Guid.NewGuid().ToString("N");
        JsonNode placed;
        if (fromCart)
        {
            await user.Post("/api/v1/cart", line);
            placed = await user.Post("/api/v1/orders", null, key);
        }
        else
        {
            placed = await user.Post("/api/v1/orders/items", new { items = new[] { line } }, key);
        }

        return ((long)placed["order"]!["id"]!, (decimal)placed["order"]!["total_amount"]!);
    }

    private Task Pay(PayOrderRequest way, Api user, Api admin, long orderId, decimal total) => way switch
    {
        PayOrderRequest.ProofAndAdmin => ByProofAndAdmin(user, admin, orderId, total),
        PayOrderRequest.ProofAndRobot => ByProofAndRobot(user, admin, orderId, total),
        PayOrderRequest.Wallet => ByWallet(user, admin, orderId, total),
        _ => ByGateway(user, admin, orderId, total),
    };

    private static async Task ByProofAndAdmin(Api user, Api admin, long orderId, decimal total)
    {
        await Prove(user, orderId, total);
        await admin.Post($"/admin/api/v1/orders/{orderId}/approve");
    }

    private async Task ByProofAndRobot(Api user, Api admin, long orderId, decimal total)
    {
        await Prove(user, orderId, total);
        await admin.Patch("/admin/api/v1/settings", new { key = "robot_webhook_enabled", value = "true" });
        var made = await admin.Post("/admin/api/v1/api-keys", new { name = $"robot {orderId}", scopes = new[] { "robot" } });
        var robot = new Api(http, tell, "robot", (string)made["api_key"]!);
        await robot.Post(
            "/api/v1/integrations/robot/webhook",
            new { text = $"通过订单 {orderId}", sender = "bot", timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() });
    }

    private static async Task Prove(Api user, long orderId, decimal total)
    {
        await user.Get("/api/v1/payments/providers");
        await user.Post($"/api/v1/orders/{orderId}/pay", new { method = "approval" });
        await user.Post(
            $"/api/v1/orders/{orderId}/payments",
            new { method = "bank", amount = total, trade_no = $"T{Guid.NewGuid():N}", note = "manual transfer" },
            $"pay-{orderId}");
    }

    private static async Task ByWallet(Api user, Api admin, long orderId, decimal total)
    {
        var recharge = await user.Post("/api/v1/wallet/recharge", new { amount = total, note = "for a host" });
        await admin.Post($"/admin/api/v1/wallet/orders/{(long)recharge["order"]!["id"]!}/approve");
        await user.Post($"/api/v1/orders/{orderId}/pay", new { method = "balance" });
        await user.Get("/api/v1/wallet/transactions");
    }

    private static async Task ByGateway(Api user, Api admin, long orderId, decimal total)
    {
        // The pay page is never opened here; the walk plays the gateway and sends its notice.
        var config = new JsonObject
        {
            ["base_url"] = "https://pay.example.com/submit.php",
            ["pid"] = EpayGateway.Merchant,
            ["key"] = EpayGateway.Key,
            ["pay_type"] = "alipay",
        };
        await admin.Patch("/admin/api/v1/payments/providers/yipay", new { enabled = true, config_json = config.ToJsonString() });
        var attempt = await user.Post($"/api/v1/orders/{orderId}/pay", new { method = "yipay" });
        var notice = EpayGateway.PaidNotice((string)attempt["trade_no"]!, total.ToString("0.00", CultureInfo.InvariantCulture));
        var answer = await user.Text($"/api/v1/payments/notify/yipay?{notice}");
        if (answer != "success")
            throw new DemoException($"The notice was answered with {answer}");
    }

    private static async Task<long> RunningVps(Api user, long orderId)
    {
        var detail = await user.Get($"/api/v1/orders/{orderId}");
        var itemId = (long)detail["items"]![0]!["id"]!;
        var hosts = (await user.Get("/api/v1/vps"))["items"]!.AsArray();
        var vps = hosts.Single(host => (long)host!["order_item_id"]! == itemId)!;
        return (string)vps["status"]! == "running" ? (long)vps["id"]! : throw new DemoException($"The host is {vps["status"]}.");
    }
}
