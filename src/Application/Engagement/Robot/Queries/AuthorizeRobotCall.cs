using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VpsPanel.Application.Engagement.Webhooks;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Robot.Queries;

/// <summary>Whether this call may be carried out, and what it wants.</summary>
/// <param name="Body">As it was received: the signature is over these bytes.</param>
/// <param name="Signature">Hexadecimal; blank when none was sent.</param>
/// <param name="Timestamp">Unix time in seconds, or in milliseconds.</param>
public sealed record AuthorizeRobotCall(byte[] Body, string Signature, string Text, string Timestamp) : IQuery<RobotReview>;

internal sealed class AuthorizeRobotCallHandler(ISettings settings, TimeProvider clock) : IQueryHandler<AuthorizeRobotCall, RobotReview>
{
    private const long MaxSkewSeconds = 300;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Seconds have not as many digits for some thousand years.</summary>
    private const decimal Milliseconds = 100_000_000_000;

    public async Task<Result<RobotReview>> Handle(AuthorizeRobotCall query, CancellationToken ct)
    {
        if (!await settings.IsOn(WebhookSettings.WebhookEnabled, ct))
            return Error.Forbidden("robot.disabled", "robot webhook disabled");

        var secret = await settings.Get(WebhookSettings.WebhookSecret, ct);
        if (secret.Length > 0 && !IsSigned(query, secret))
            return Error.Unauthorized("robot.bad_signature", "invalid signature");

        return Refuse(query.Timestamp) is { } failure ? failure : RobotReview.Parse(query.Text);
    }

    private static bool IsSigned(AuthorizeRobotCall query, string secret)
    {
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), query.Body));
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(query.Signature.Trim().ToLowerInvariant()));
    }

    private Error? Refuse(string timestamp)
    {
        if (!decimal.TryParse(timestamp, Plain, CultureInfo.InvariantCulture, out var sent))
            return Error.Validation("timestamp", "timestamp must be a Unix time in seconds", "robot.invalid_timestamp");

        var seconds = Math.Abs(sent) >= Milliseconds ? sent / 1000 : sent;
        return Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) <= MaxSkewSeconds
            ? null
            : Error.Unauthorized("robot.stale", "the timestamp is too far from now");
    }
}
