using System.Text.Json.Nodes;

namespace VpsPanel.Demo;

/// <summary>What comes after the purchase: the owner works on their host, pays for more time and more size, and gives it back.</summary>
public sealed class LifeWalk(Purchase bought, Action<string> tell)
{
    private readonly Api _user = bought.User;
    private readonly Api _admin = bought.Admin;
    private readonly string _vps = $"/api/v1/vps/{bought.VpsId}";

    public async Task Walk()
    {
        tell("The life of a VPS");
        await _user.Patch("/api/v1/me", new { language = "zh-CN" });
        await Copies("snapshots");
        await Copies("backups");
        await Guard();
        await MapPort();
        await Reinstall();
        await Renew();
        await Resize();
        await Judge();
        await GiveBack();
        await Hear();
    }

    private async Task Copies(string kind)
    {
        await _user.Post($"{_vps}/{kind}");
        var copy = (await _user.Get($"{_vps}/{kind}"))["data"]![0]!["id"];
        await _user.Post($"{_vps}/{kind}/{copy}/restore");
        await _user.Delete($"{_vps}/{kind}/{copy}");
        Expect((await _user.Get($"{_vps}/{kind}"))["data"]!.AsArray().Count == 0, $"the {kind} are gone");
    }

    private async Task Guard()
    {
        await _user.Post(
            $"{_vps}/firewall", new { direction = "in", protocol = "tcp", method = "accept", port = "80-443", ip = "0.0.0.0/0" });
        var rule = (await _user.Get($"{_vps}/firewall"))["data"]![0]!["id"];
        await _user.Delete($"{_vps}/firewall/{rule}");
    }

    private async Task MapPort()
    {
        var free = (int)(await _user.Get($"{_vps}/ports/candidates?keywords=22"))["data"]![0]!;
        await _user.Post($"{_vps}/ports", new { name = "ssh", sport = free, dport = 22 });
        var mapping = (await _user.Get($"{_vps}/ports"))["data"]![0]!["id"];
        await _user.Delete($"{_vps}/ports/{mapping}");
    }

    private async Task Reinstall()
    {
        await _user.Post($"{_vps}/reset-os-password", new { password = "An0ther-password" });
        var image = (await _user.Get("/api/v1/catalog"))["system_images"]!.AsArray()
            .First(image => (string)image!["name"]! == "Debian 12")!;
        await _user.Post($"{_vps}/reset-os", new { template_id = (long)image["image_id"]! });
        await Wait.Until(async () => (string)(await _user.Post($"{_vps}/refresh"))["status"]! == "running", "the host runs again");
        var access = (await _user.Get(_vps))["access_info"]!;
        Expect((string)access["os_password"]! == "An0ther-password", "the password outlived the new system");
    }

    private async Task Renew()
    {
        var before = Expiry(await _user.Get(_vps));
        var order = await _user.Post($"{_vps}/renew", new { duration_months = 2 }, Guid.NewGuid().ToString("N"));
        await Pay((long)order["id"]!, (decimal)order["total_amount"]!);
        Expect(IsLater(before, Expiry(await _user.Get(_vps)), months: 2), "two months of the calendar were added");
    }

    /// <summary>The same time of day that many months on; in a shorter month its last day stands for the days that it lacks.</summary>
    private static bool IsLater(DateTimeOffset before, DateTimeOffset after, int months)
    {
        // The demo bills by this zone.
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        var (from, to) = (TimeZoneInfo.ConvertTime(before, zone), TimeZoneInfo.ConvertTime(after, zone));
        var month = from.AddMonths(months);
        return (to.Year, to.Month, to.TimeOfDay) == (month.Year, month.Month, from.TimeOfDay) && to.Day >= month.Day;
    }

    private async Task Resize()
    {
        var vps = await _user.Get(_vps);
        var packages = (await _user.Get("/api/v1/catalog"))["packages"]!.AsArray();
        var own = packages.Single(package => (long)package!["id"]! == (long)vps["package_id"]!)!;
        var larger = packages.First(package => (long)package!["plan_group_id"]! == (long)own["plan_group_id"]!
            && (int)package["cores"]! > (int)own["cores"]! && (int)package["disk_gb"]! > (int)own["disk_gb"]!)!;
        var wish = new { target_package_id = (long)larger["id"]! };
        var quote = (await _user.Post($"{_vps}/resize/quote", wish))["quote"]!;
        var order = (await _user.Post($"{_vps}/resize", wish, Guid.NewGuid().ToString("N")))["order"]!;
        Expect((decimal)order["total_amount"]! == (decimal)quote["charge_amount"]!, "the order costs what was quoted");
        await Pay((long)order["id"]!, (decimal)order["total_amount"]!);
        Expect((int)(await _user.Get(_vps))["cpu"]! == (int)larger["cores"]!, "the host has the cores that were paid for");
    }

    private async Task Judge()
    {
        await _admin.Post($"/admin{_vps}/status", new { status = "abuse", reason = "demo" });
        Expect((await _user.Get(_vps))["access_info"] is null, "a suspended host shows no password");
        await _admin.Post($"/admin{_vps}/status", new { status = "normal" });
    }

    private async Task GiveBack()
    {
        var asked = await _user.Post($"{_vps}/refund", new { reason = "not needed any more" });
        await _admin.Post($"/admin/api/v1/orders/{(long)asked["order"]!["id"]!}/approve");
        await Wait.Until(
            async () => (await _user.Get("/api/v1/vps"))["items"]!.AsArray().All(vps => (long)vps!["id"]! != bought.VpsId),
            "the VPS is gone");
        var balance = (decimal)(await _user.Get("/api/v1/wallet"))["wallet"]!["balance"]!;
        Expect(balance == (decimal)asked["refund_amount"]!, "the money is back");
    }

    /// <summary>The message center tells each thing by its name, in the language that the customer chose.</summary>
    private async Task Hear()
    {
        string[] wanted = ["provisioned", "vps_renewed", "vps_resized", "vps_refunded"];
        await Wait.Until(async () => wanted.All((await Types()).Contains), $"the customer heard {string.Join(", ", wanted)}");
        var refund = (await _user.Get("/api/v1/notifications"))["items"]!.AsArray().First(notice => (string)notice!["type"]! == "vps_refunded")!;
        Expect((string)refund["title"]! == "退款成功", "a refund is told in Chinese to whom Chinese was chosen");
    }

    private async Task<IReadOnlyList<string>> Types() =>
        [.. (await _user.Get("/api/v1/notifications"))["items"]!.AsArray().Select(notice => (string)notice!["type"]!)];

    private async Task Pay(long orderId, decimal total)
    {
        var recharge = await _user.Post("/api/v1/wallet/recharge", new { amount = total });
        await _admin.Post($"/admin/api/v1/wallet/orders/{(long)recharge["order"]!["id"]!}/approve");
        await _user.Post($"/api/v1/orders/{orderId}/pay", new { method = "balance" });
        await Wait.Until(
            async () => (string)(await _user.Get($"/api/v1/orders/{orderId}"))["order"]!["status"]! == "active",
            $"order {orderId} is active");
    }

    private static DateTimeOffset Expiry(JsonNode vps) => (DateTimeOffset)vps["expire_at"]!;

    private static void Expect(bool holds, string what)
    {
        if (!holds)
            throw new DemoException($"It does not hold that {what}.");
    }
}
