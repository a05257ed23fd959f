using System.Text.Json;
using System.Text.Json.Serialization;
using VpsPanel.Application.Catalog;

namespace VpsPanel.Application.Hosts;

/// <param name="RenewDays">Days beside the months.</param>
/// <param name="DurationMonths">Calendar months.</param>
/// <param name="BillingCycleId">0 when no cycle was named.</param>
public sealed record RenewSpec(
    long VpsId,
    int RenewDays,
    int DurationMonths,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] long BillingCycleId = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int CycleQty = 0);

/// <param name="RefundAmount">In cents, as all amounts of items.</param>
public sealed record RefundSpec(long VpsId, long RefundAmount, bool RefundToWallet, string Reason, bool DeleteOnApprove);

/// <param name="ChargeAmount">In cents; negative when the host becomes cheaper.</param>
/// <param name="RefundAmount">In cents.</param>
public sealed record ResizeSpec(
    long VpsId,
    CartSpec Spec,
    long CurrentPackageId,
    long TargetPackageId,
    int TargetCpu,
    int TargetMemGb,
    int TargetDiskGb,
    int TargetBwMbps,
    long ChargeAmount,
    long RefundAmount,
    bool RefundToWallet,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? ScheduledAt);

/// <summary>The JSON that an item keeps of a change to a host, as clients see it again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(RenewSpec))]
[JsonSerializable(typeof(RefundSpec))]
[JsonSerializable(typeof(ResizeSpec))]
internal sealed partial class HostChangeSpecs : JsonSerializerContext
{
    public static string Write(RenewSpec spec) => JsonSerializer.Serialize(spec, Default.RenewSpec);

    public static string Write(RefundSpec spec) => JsonSerializer.Serialize(spec, Default.RefundSpec);

    public static string Write(ResizeSpec spec) => JsonSerializer.Serialize(spec, Default.ResizeSpec);
}
