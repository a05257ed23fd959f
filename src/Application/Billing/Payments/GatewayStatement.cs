using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>What a gateway says that it collected, by trade number.</summary>
internal static class GatewayStatement
{
    public const int MaxLines = 5_000;
    private const string Field = "statement";

    /// <summary>Texts by which gateways say that they have the money.</summary>
    private static readonly HashSet<string> PaidStates =
        new(["trade_success", "trade_finished", "success", "succeeded", "paid", "1"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Reads lines of trade number, amount in yuan and state, comma between, values in quotes or not. The first line is a header when its
    /// amount is none. Lines that are not paid count as not there; of one trade number several charges are added up.
    /// </summary>
    /// <returns>Cents by trade number; a 400 that names the line.</returns>
    public static Result<IReadOnlyDictionary<string, long>> Read(string csv)
    {
        var lines = csv.TrimStart('\uFEFF').Split('\n').Select((text, at) => (Text: text.Trim(), Number: at + 1)).Where(line => line.Text.Length > 0).ToList();
        if (lines.Count is 0 or > MaxLines)
            return Error.Validation(Field, $"must have 1 to {MaxLines} lines of trade number, amount, state");

        var paid = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (text, number) in lines)
        {
            var values = text.Split(',').Select(value => value.Trim().Trim('"').Trim()).ToList();
            if (values.Count < 3 || values[0].Length is 0 or > NotificationFacts.MaxTradeNo)
                return Error.Validation(Field, $"line {number}: must be trade number, amount, state");

            if (!MoneyText.TryRead(values[1], signed: false, out var cents))
            {
                if (number == lines[0].Number && lines.Count > 1)
                    continue;

                return Error.Validation(Field, $"line {number}: {values[1]} is no amount");
            }

            if (PaidStates.Contains(values[2]) && cents > 0)
                paid[values[0]] = paid.GetValueOrDefault(values[0]) + cents;
        }

        return Result.Of<IReadOnlyDictionary<string, long>>(paid);
    }
}
