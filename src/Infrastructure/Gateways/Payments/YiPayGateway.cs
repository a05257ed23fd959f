using System.Globalization;
using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Infrastructure.Gateways.Payments;

/// <summary>The epay protocol: a signed link to pay, and a signed notice by GET or POST.</summary>
internal sealed class YiPayGateway(GatewayProbe probe) : IPaymentGateway
{
    private const string Acknowledgement = "success";
    private static readonly string[] PaidStates = ["trade_success", "success"];

    // Names and values are signed unescaped. An address with such a part, signed by us for the link, would be a signed notice as well.
    private static readonly string[] Forgeries = ["&trade_status=", "&status="];

    public PaymentProvider Provider { get; } = new("yipay", "YiPay", false,
    [
        new("base_url", "Gateway address") { IsUrl = true, IsRequired = true },
        new("pid", "Merchant id") { IsRequired = true },
        new("key", "Merchant key") { IsSecret = true, IsRequired = true },
        new("pay_type", "Payment type") { IsPublic = true },
        new("notify_url", "Notice address") { IsUrl = true, HasNoQuery = true },
        new("return_url", "Return address") { IsUrl = true },
        new("sign_type", "Signature type") { Default = "MD5", Choices = ["MD5"] },
    ]);

    public string TradePrefix => "YI";

    public Task<Result<GatewayLink>> Open(GatewayAttempt attempt, IReadOnlyDictionary<string, string> config, CancellationToken ct)
    {
        foreach (var (field, address) in new[] { ("return_url", attempt.ReturnUrl), ("notify_url", attempt.NotifyUrl) })
        {
            if (Forgeries.Any(part => address.Contains(part, StringComparison.Ordinal)))
                return Task.FromResult<Result<GatewayLink>>(Error.Validation(field, "must not name the state of a payment"));
        }

        var parameters = new Dictionary<string, string>
        {
            ["pid"] = config["pid"],
            ["type"] = config["pay_type"],
            ["out_trade_no"] = attempt.TradeNo,
            ["name"] = attempt.Subject,
            ["money"] = (attempt.Amount.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture),
            ["notify_url"] = attempt.NotifyUrl,
            ["return_url"] = attempt.ReturnUrl.Length > 0 ? attempt.ReturnUrl : config["return_url"],
            ["sign_type"] = config["sign_type"],
        };
        parameters["sign"] = YiPaySignature.Of(parameters, config["key"]);

        var query = string.Join('&', parameters.Where(pair => pair.Value.Length > 0)
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        var page = config["base_url"];
        return Task.FromResult<Result<GatewayLink>>(
            new GatewayLink($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}"));
    }

    public Task<Result<Reachable>> Probe(IReadOnlyDictionary<string, string> config, CancellationToken ct) =>
        probe.Look(new Uri(config["base_url"]), ct);

    public Task<Result<GatewayNotification>> Read(GatewayCall call, IReadOnlyDictionary<string, string> config, CancellationToken ct)
    {
        var parameters = call.Parameters;
        var state = Text(parameters, "trade_status") is { Length: > 0 } named ? named : Text(parameters, "status");
        return Task.FromResult<Result<GatewayNotification>>(new GatewayNotification(
            Text(parameters, "out_trade_no"),
            Amount(Text(parameters, "money")),
            Text(parameters, "trade_no"),
            YiPaySignature.Matches(parameters, config["key"], Text(parameters, "sign")),
            PaidStates.Contains(state.ToLowerInvariant()),
            Acknowledgement));
    }

    private static string Text(IReadOnlyDictionary<string, string> parameters, string name) =>
        parameters.GetValueOrDefault(name, "").Trim();

    /// <summary>Null for what is no amount in whole cents.</summary>
    private static Money? Amount(string text) => MoneyText.TryRead(text, signed: false, out var cents) ? Money.Yuan(cents) : null;
}
