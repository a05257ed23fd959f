using System.Text.Json.Serialization;
using VpsPanel.Application.Sales.Catalog;

namespace VpsPanel.Application.Servers;

/// <param name="ChargeAmount">In cents; negative when the VPS becomes cheaper.</param>
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
