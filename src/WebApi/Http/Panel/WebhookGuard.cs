using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using VpsPanel.Domain.Common;
using VpsPanel.Infrastructure.Configuration;

namespace VpsPanel.WebApi.Http.Panel;

/// <summary>Believes a payment callback only with a proof; without any configured, nobody can give one.</summary>
/// <param name="allowed">Networks that may call; empty for all.</param>
internal sealed class WebhookGuard(IOptionsMonitor<WebhookOptions> options, NetworkList allowed, TimeProvider clock)
{
    private const int DefaultTolerance = 300;

    private static readonly Error NotConfigured = new(
        ErrorKind.Unavailable, "webhook.not_configured", "payment callbacks are not configured")
    {
        RetryAfter = TimeSpan.FromHours(1),
    };

    private static readonly Error Stranger = Error.Forbidden("webhook.address_refused", "this address may not report payments");

    private static readonly Error Unproven = Error.Unauthorized("webhook.unproven", "missing or invalid token or signature");

    /// <summary>Before the body is read.</summary>
    public Error? RefuseSender(IPAddress? address)
    {
        if (!options.CurrentValue.IsConfigured)
            return NotConfigured;

        return allowed.IsEmpty || (address is not null && allowed.Contains(address)) ? null : Stranger;
    }

    /// <summary>A signature is judged alone when there is one that can be; else the token.</summary>
    public Error? RefuseProof(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var settings = options.CurrentValue;
        var signature = headers["Stripe-Signature"].ToString();
        var isProven = settings.Stripe.SigningSecret.Length > 0 && signature.Length > 0
            ? IsSigned(settings.Stripe, signature, body)
            : settings.SharedToken.Length > 0 && Same(headers["X-ZNP-Webhook-Token"].ToString().Trim(), settings.SharedToken);
        return isProven ? null : Unproven;
    }

    private bool IsSigned(StripeOptions stripe, string header, ReadOnlySpan<byte> body)
    {
        var parts = header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToList();
        var time = parts.Find(part => part[0] == "t")?[1];
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds <= 0)
            return false;

        // An attacker chooses the number, so no arithmetic that could overflow.
        var tolerance = stripe.ToleranceSeconds > 0 ? stripe.ToleranceSeconds : DefaultTolerance;
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (seconds < now - tolerance || seconds > now + tolerance)
            return false;

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}."), .. body];
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(stripe.SigningSecret), signed));
        return parts.Any(part => part[0] == "v1" && Same(part[1], expected));
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}

internal static class WebhookSetup
{
    public static void AddPaymentCallback(this IServiceCollection services, IConfiguration configuration)
    {
        var allowed = NetworkList.Read(configuration, "Panel:Webhook:AllowCidrs");
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection("Panel:Webhook"));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<WebhookGuard>(provider, allowed));
    }
}
