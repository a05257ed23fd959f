using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VpsPanel.Application.Billing.Payments;
using VpsPanel.Application.Billing.Payments.Plugins;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Billing.Payments;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Orders;

namespace VpsPanel.Infrastructure.Gateways.Payments.Plugins;

/// <summary>A plugin in the place of a gateway. It is asked, but not believed: amounts are compared like those of any other.</summary>
internal sealed class PluginGateway(PluginApproval approval, bool isReady, IPluginRunner runner) : IPaymentGateway
{
    private const int MaxUrl = 4000;
    private const int MaxExtras = 20;
    private const int MaxExtra = 2000;
    private const int MaxAcknowledgement = 1000;
    private const int MaxTradeNo = 128;

    public PaymentProvider Provider => approval.Provider;

    public string TradePrefix => "PAY";

    public bool IsReady => isReady;

    public async Task<Result<GatewayLink>> Open(GatewayAttempt attempt, IReadOnlyDictionary<string, string> config, CancellationToken ct)
    {
        var answer = await runner.Ask(approval.Path, approval.Sha256, "create_payment", new JsonObject
        {
            ["trade_no"] = attempt.TradeNo,
            ["amount_cents"] = attempt.Amount.Cents,
            ["amount"] = (attempt.Amount.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture),
            ["currency"] = attempt.Amount.Currency,
            ["subject"] = attempt.Subject,
            ["return_url"] = attempt.ReturnUrl,
            ["notify_url"] = attempt.NotifyUrl,
            ["config"] = Members(config),
        }, ct);
        return answer.IsSuccess ? Link(answer.Value) : answer.Error;
    }

    /// <summary>It starts and tells who it is; whom it talks to is its own matter.</summary>
    public async Task<Result<Reachable>> Probe(IReadOnlyDictionary<string, string> config, CancellationToken ct)
    {
        var answer = await runner.Ask(approval.Path, approval.Sha256, "describe", [], ct);
        return answer.IsSuccess ? Reachable.Yes : PluginErrors.WithoutWords(answer.Error);
    }

    public async Task<Result<GatewayNotification>> Read(GatewayCall call, IReadOnlyDictionary<string, string> config, CancellationToken ct)
    {
        var answer = await runner.Ask(approval.Path, approval.Sha256, "verify_notify", new JsonObject
        {
            ["http_method"] = call.Method,
            ["query"] = call.Query,
            ["headers"] = Members(call.Headers),
            ["body_base64"] = Convert.ToBase64String(call.Body.Span),
            ["parameters"] = Members(call.Parameters),
            ["config"] = Members(config),
        }, ct);
        return answer.IsSuccess ? Notice(answer.Value) : answer.Error;
    }

    /// <summary>An address to go to, or something to show, such as the content of a code to scan.</summary>
    private static Result<GatewayLink> Link(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || Text(answer, "pay_url", MaxUrl) is not { } url || Extra(answer) is not { } extra)
            return PluginErrors.Garbage;

        var isAddress = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        return isAddress || (url.Length == 0 && extra.Count > 0) ? new GatewayLink(url, extra) : PluginErrors.Garbage;
    }

    private static Result<GatewayNotification> Notice(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object
            || Flag(answer, "signed") is not { } isSigned || Flag(answer, "paid") is not { } isPaid
            || Text(answer, "trade_no", MaxTradeNo) is not { } tradeNo
            || Text(answer, "currency", 3) is not { } currency
            || Text(answer, "reference", PaymentFailure.MaxReference) is not { } reference
            || Text(answer, "answer", MaxAcknowledgement) is not { } acknowledgement)
        {
            return PluginErrors.Garbage;
        }

        var hasAmount = answer.TryGetProperty("amount_cents", out var cents) && cents.ValueKind == JsonValueKind.Number;
        Money? amount = hasAmount && currency.Length == 3 && MoneyText.TryReadCents(cents.GetRawText(), out var number)
            ? new Money(number, currency.ToUpperInvariant())
            : null;
        return new GatewayNotification(
            tradeNo, amount, reference, isSigned, isPaid, acknowledgement.Length > 0 ? acknowledgement : "success");
    }

    private static Dictionary<string, string>? Extra(JsonElement answer)
    {
        Dictionary<string, string> extra = [];
        if (!answer.TryGetProperty("extra", out var members) || members.ValueKind == JsonValueKind.Null)
            return extra;

        if (members.ValueKind != JsonValueKind.Object)
            return null;

        foreach (var member in members.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String || member.Name.Length > MaxTradeNo || extra.Count >= MaxExtras
                || member.Value.GetString() is not { Length: <= MaxExtra } text)
            {
                return null;
            }

            extra[member.Name] = text;
        }

        return extra;
    }

    /// <summary>Blank when it is missing; null when it is not such a text.</summary>
    private static string? Text(JsonElement answer, string name, int max)
    {
        if (!answer.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
            return "";

        return member.ValueKind == JsonValueKind.String && member.GetString() is { } text && text.Length <= max
            && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
    }

    private static bool? Flag(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? member.GetBoolean()
            : null;

    private static JsonObject Members(IReadOnlyDictionary<string, string> texts) =>
        new(texts.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}

/// <summary>The gateways of the plugins that are enabled.</summary>
internal sealed class PaymentPlugins(
    VpsPanel.Application.Platform.Settings.ISettings settings, IPluginFolder folder, IPluginRunner runner) : IPaymentPlugins
{
    public async Task<IReadOnlyList<IPaymentGateway>> Gateways(CancellationToken ct)
    {
        var approved = await settings.Get(PluginSettings.Approved, ct);
        if (approved.Count == 0)
            return [];

        var files = await folder.List(ct);
        return [.. approved.Select(approval => new PluginGateway(
            approval, files.Any(file => file.FileName == approval.Path && file.Sha256 == approval.Sha256), runner))];
    }
}
