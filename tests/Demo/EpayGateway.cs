using System.Security.Cryptography;
using System.Text;

namespace VpsPanel.Demo;

/// <summary>
/// The other side of an epay gateway. A signature is the MD5 of all parameters but <c>sign</c> and <c>sign_type</c>, sorted, joined as
/// k=v with ampersands and followed by the merchant's key.
/// </summary>
public static class EpayGateway
{
    public const string Merchant = "1001";
    public const string Key = "demo-merchant-key";

    /// <summary>The query of the notice that a paid attempt gets.</summary>
    public static string PaidNotice(string tradeNo, string money)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["pid"] = Merchant,
            ["out_trade_no"] = tradeNo,
            ["trade_no"] = $"G{tradeNo}",
            ["type"] = "alipay",
            ["money"] = money,
            ["trade_status"] = "TRADE_SUCCESS",
        };
        var signature = Sign(parameters);
        return string.Join(
            '&', parameters.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")) + $"&sign={signature}&sign_type=MD5";
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "The protocol's own choice.")]
    private static string Sign(SortedDictionary<string, string> parameters)
    {
        var text = string.Join('&', parameters.Where(pair => pair.Value.Length > 0).Select(pair => $"{pair.Key}={pair.Value}")) + Key;
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
