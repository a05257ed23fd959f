using System.Text.Json;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Wallets;

public static class CurrencySettings
{
    /// <summary>The console sells in the default currency, whose amounts are cents.</summary>
    public static readonly Setting<CurrencyList> Currencies = SettingKinds.Json(
        "currencies",
        """{"CNY":2}""",
        "The currencies in which wallets are opened and plans sold, with the decimals of their amounts.",
        $"a JSON object of three-letter codes and their decimals (0 to {CurrencyList.MaxDecimals}) with {Money.DefaultCurrency}, which has 2",
        Read);

    private static CurrencyList? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;

        Dictionary<string, int> decimals = [];
        foreach (var member in json.EnumerateObject())
        {
            var isCode = member.Name.Length == 3 && member.Name.All(char.IsAsciiLetterUpper);
            if (!isCode || member.Value.ValueKind != JsonValueKind.Number || !member.Value.TryGetInt32(out var count)
                || count is < 0 or > CurrencyList.MaxDecimals)
            {
                return null;
            }

            decimals[member.Name] = count;
        }

        return decimals.GetValueOrDefault(Money.DefaultCurrency) == CurrencyList.MaxDecimals ? new CurrencyList(decimals) : null;
    }
}
