using System.Text.Json.Serialization;

namespace VpsPanel.Application.Servers;

/// <param name="RenewDays">Days beside the months.</param>
/// <param name="DurationMonths">Calendar months.</param>
/// <param name="BillingCycleId">0 when no cycle was named.</param>
public sealed record RenewSpec(
    long VpsId,
    int RenewDays,
    int DurationMonths,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] long BillingCycleId = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int CycleQty = 0);
