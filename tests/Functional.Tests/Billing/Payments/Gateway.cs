using System.Globalization;
using VpsPanel.Infrastructure.Gateways.Payments;
using VpsPanel.Testing;

namespace VpsPanel.Functional.Tests.Billing.Payments;

/// <summary>Stands in for the gateway: it knows the merchant's key and sends notices.</summary>
internal static class Gateway
{
    public const string Key = "a merchant's key";
    public const string NotifyUrl = "https://shop.test/api/v1/payments/notify/yipay";

    public static async Task<Reply> SwitchOn(this Person admin, bool on = true)
    {
        _ = (await admin.Http.Patch("/admin/api/v1/settings", new { key = "payment_return_origins", value = "https://shop.test" })).Ok;
        return await admin.Http.Patch("/admin/api/v1/payments/providers/yipay", new
        {
            enabled = on,
            config_json = TestJson.Write(
                new { base_url = "https://gateway.test/submit", pid = "1001", key = Key, pay_type = "alipay", notify_url = NotifyUrl }),
        });
    }

    /// <param name="charge">The gateway's own number; null for one made from ours.</param>
    /// <param name="money">Sent instead of the amount.</param>
    public static Dictionary<string, string> Notice(
        string tradeNo, decimal yuan, string state = "TRADE_SUCCESS", string key = Key, string? charge = null, string? money = null)
    {
        var notice = new Dictionary<string, string>
        {
            ["pid"] = "1001",
            ["out_trade_no"] = tradeNo,
            ["trade_no"] = charge ?? "G-" + tradeNo,
            ["type"] = "alipay",
            ["name"] = "订单",
            ["money"] = money ?? yuan.ToString("0.00", CultureInfo.InvariantCulture),
            ["trade_status"] = state,
            ["sign_type"] = "MD5",
        };
        notice["sign"] = YiPaySignature.Of(notice, key);
        return notice;
    }

    public static async Task<Reply> Notify(
        this PanelApp app, Dictionary<string, string> notice, bool post = false, string provider = "yipay")
    {
        using var form = new FormUrlEncodedContent(notice);
        var path = $"/api/v1/payments/notify/{provider}";
        using var response = post
            ? await app.Anonymous.PostAsync(new Uri(path, UriKind.Relative), form)
            : await app.Anonymous.GetAsync(new Uri($"{path}?{await form.ReadAsStringAsync()}", UriKind.Relative));
        return new Reply(response.StatusCode, await response.Content.ReadAsStringAsync(), null);
    }
}
