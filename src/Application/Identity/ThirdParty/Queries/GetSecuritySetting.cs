using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Identity.ThirdParty.Queries;

/// <param name="NewSecret">A secret that was set just now and may be shown this once.</param>
public sealed record GetSecuritySetting(string? NewSecret = null) : IQuery<SecuritySetting>;

/// <summary>How third parties sign their calls.</summary>
/// <param name="ApiSecret">A mask, but in the answer to the call that set it.</param>
public sealed record SecuritySetting(
    long Id,
    bool ThirdPartyApiEnabled,
    string ApiKey,
    string ApiSecret,
    string EncryptionAlgorithm,
    long NonceTtlSeconds,
    UnixSeconds CreatedAt,
    UnixSeconds UpdatedAt);

internal sealed class GetSecuritySettingHandler(IReadDb db, ISecretProtector secrets) : IQueryHandler<GetSecuritySetting, SecuritySetting>
{
    public async Task<Result<SecuritySetting>> Handle(GetSecuritySetting query, CancellationToken ct)
    {
        var account = await ThirdPartyAccount.Read(db, secrets, ct);
        return new SecuritySetting(
            1,
            account.Enabled,
            account.ApiKey,
            query.NewSecret ?? ThirdPartySettings.ApiSecret.Shown(account.ApiSecret),
            account.Algorithm,
            account.NonceTtlSeconds,
            UnixSeconds.Of(account.CreatedAt) ?? default,
            UnixSeconds.Of(account.UpdatedAt) ?? default);
    }
}
