using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>A VPS as clients see it.</summary>
/// <param name="HostName">What the upstream calls its machine; for admins only.</param>
/// <param name="IdentityLostAt">
/// Since when the upstream's id does not stand for its machine any more; absent while it does. Nothing can be done to it until it is linked again.
/// </param>
/// <param name="IdentityFoundName">What the upstream called the machine that had the id then; for admins only.</param>
public sealed record VpsView(
    long Id,
    long UserId,
    long OrderItemId,
    string AutomationInstanceId,
    string Name,
    string Region,
    long RegionId,
    long LineId,
    long PackageId,
    string PackageName,
    int Cpu,
    int MemoryGb,
    int DiskGb,
    int BandwidthMbps,
    int PortNum,
    Yuan MonthlyPrice,
    RawJson Spec,
    long SystemId,
    [property: WordsOf(typeof(VpsStatus))] string Status,
    int AutomationState,
    [property: WordsOf(typeof(VpsAdminStatus))] string AdminStatus,
    DateTimeOffset? ExpireAt,
    string PanelUrlCache,
    [property: JsonIgnore] string? SealedAccess,
    DateTimeOffset? LastEmergencyRenewAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? HostName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? IdentityLostAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdentityFoundName)
{
    /// <summary>What opens the VPS; null for those who may not know.</summary>
    public AccessInfo? AccessInfo { get; init; }

    /// <summary>When it will be deleted, if such VPS are deleted at all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DestroyAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DestroyInDays { get; init; }
}
