using System.Text.Json.Serialization;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Servers;
using VpsPanel.Application.Servers.Admin;
using VpsPanel.Application.Servers.Create;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal record VpsBody(
    long? PackageId = null,
    string? PackageName = null,
    Yuan? MonthlyPrice = null,
    long? SystemId = null,
    RawJson? Spec = null,
    [property: WordsOf(typeof(VpsStatus))] string? Status = null,
    [property: WordsOf(typeof(VpsAdminStatus))] string? AdminStatus = null,
    int? Cpu = null,
    int? MemoryGb = null,
    int? DiskGb = null,
    int? BandwidthMbps = null,
    int? PortNum = null,
    string? PanelUrlCache = null,
    AccessFields? AccessInfo = null,
    [property: Words("local", "automation")] string? SyncMode = null)
{
    public VpsFields ToFields() => new(
        PackageId, PackageName, MonthlyPrice, SystemId, Spec, Word(Status), Word(AdminStatus), Cpu, MemoryGb, DiskGb, BandwidthMbps,
        PortNum, PanelUrlCache, AccessInfo);

    private static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="Provision">True has the VPS made; otherwise one that exists is written down.</param>
internal sealed record NewVpsBody(
    long? UserId = null,
    string? Name = null,
    long? OrderItemId = null,
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? AutomationInstanceId = null,
    string? Region = null,
    long? RegionId = null,
    int? AutomationState = null,
    DateTimeOffset? ExpireAt = null,
    bool? Provision = null,
    long? LineId = null,
    string? Os = null) : VpsBody
{
    public NewVps ToNew() => new(
        UserId ?? 0, Name ?? "", OrderItemId ?? 0, AutomationInstanceId?.Trim() ?? "", RegionId ?? 0, Region?.Trim() ?? "", LineId ?? 0,
        Os ?? "", AutomationState ?? 0, ExpireAt, ToFields());
}

internal sealed record SizesBody(int? Cpu, int? MemoryGb, int? DiskGb, int? BandwidthMbps)
{
    public SetVpsSizes ToCommand(VpsId id) => new(id, Given(Cpu), Given(MemoryGb), Given(DiskGb), Given(BandwidthMbps));

    // Clients send 0 for what shall stay.
    private static int? Given(int? size) => size == 0 ? null : size;
}

internal sealed record AdminStatusBody([property: WordsOf(typeof(VpsAdminStatus))] string? Status, string? Reason);

/// <param name="AutomationInstanceId">The upstream's id of the machine that the VPS is.</param>
/// <param name="Gone">True when its machine does not exist any more: the VPS then has none, and can be deleted.</param>
[Example("""{"automation_instance_id":"1234"}""")]
internal sealed record RelinkBody(
    [property: JsonConverter(typeof(TextOrNumberConverter))] string? AutomationInstanceId = null, bool? Gone = null);

internal sealed record ReasonBody(string? Reason);

internal sealed record ExpiryBody(DateTimeOffset? ExpireAt);
