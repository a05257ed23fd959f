using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Subscriptions;

namespace VpsPanel.Application.Proxies.Profiles;

/// <summary>A subscription as profiles need it.</summary>
internal sealed record OwnerRow(
    long Id,
    long RowVersion,
    string UserStatus,
    string Name,
    string PlanName,
    string Status,
    string SealedToken,
    string SealedCredential,
    long? TemplateId,
    IReadOnlyList<long> AvailableTemplateIds,
    DateTimeOffset ExpiresAt,
    long TrafficTotalBytes,
    long TrafficUsedBytes,
    int DevicesLimit,
    DateTimeOffset? LastRefreshedAt,
    long QuotaBytes,
    DateTimeOffset? NextResetAt)
{
    public const string Columns =
        """
        s.id, s.row_version, u.status as user_status, s.name, s.plan_name, s.status, s.sealed_token, s.sealed_credential, s.template_id,
        s.available_template_ids, s.expires_at, s.traffic_total_bytes, s.traffic_used_bytes, s.devices_limit, s.last_refreshed_at,
        s.quota_bytes, s.next_reset_at
        """;

    /// <exception cref="InvalidOperationException">The key that stored secrets are encrypted with is another one now.</exception>
    public ProfileOwner Open(ISecretProtector secrets, DateTimeOffset now) => new(
        Id,
        RowVersion,
        Name,
        PlanName,
        UserStatus == WireNames.Of(VpsPanel.Domain.Identity.Users.UserStatus.Active)
            ? WireNames.Parse<SubscriptionStatus>(Status)
            : SubscriptionStatus.Disabled,
        Plain(secrets, SealedToken),
        Plain(secrets, SealedCredential),
        ExpiresAt,
        HasFreshQuota(now) ? QuotaBytes : TrafficTotalBytes,
        HasFreshQuota(now) ? 0 : TrafficUsedBytes,
        DevicesLimit,
        AvailableTemplateIds)
    {
        NextResetAt = HasFreshQuota(now) ? null : NextResetAt,
    };

    /// <summary>The quota has come back, and the row does not say so yet.</summary>
    private bool HasFreshQuota(DateTimeOffset now) => NextResetAt <= now;

    private static string Plain(ISecretProtector secrets, string @sealed) =>
        secrets.Unprotect(@sealed) ?? throw new InvalidOperationException("A stored secret cannot be opened with this key.");
}
