using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>A form about a VPS as admins send it. What is missing keeps its value, or is the zero value of something new.</summary>
public sealed record VpsFields(
    long? PackageId = null,
    string? PackageName = null,
    Yuan? MonthlyPrice = null,
    long? SystemId = null,
    RawJson? Spec = null,
    string? Status = null,
    string? AdminStatus = null,
    int? Cpu = null,
    int? MemoryGb = null,
    int? DiskGb = null,
    int? BandwidthMbps = null,
    int? PortNum = null,
    string? PanelUrlCache = null,
    AccessFields? AccessInfo = null)
{
    internal VpsTerms Over(VpsTerms old) => old with
    {
        PackageId = PackageId ?? old.PackageId,
        PackageName = PackageName?.Trim() ?? old.PackageName,
        MonthlyPriceCents = MonthlyPrice?.Cents ?? old.MonthlyPriceCents,
        SystemId = SystemId ?? old.SystemId,
        Spec = Spec?.Text ?? old.Spec,
        Status = WireNames.TryParse<VpsStatus>(Status, out var status) ? status : old.Status,
        AdminStatus = WireNames.TryParse<VpsAdminStatus>(AdminStatus, out var judged) ? judged : old.AdminStatus,
        Cpu = Cpu ?? old.Cpu,
        MemoryGb = MemoryGb ?? old.MemoryGb,
        DiskGb = DiskGb ?? old.DiskGb,
        BandwidthMbps = BandwidthMbps ?? old.BandwidthMbps,
        PortNum = PortNum ?? old.PortNum,
        PanelUrlCache = PanelUrlCache?.Trim() ?? old.PanelUrlCache,
    };

    /// <summary>What an audit row may show of it.</summary>
    internal object WithoutSecrets() => new
    {
        PackageId, PackageName, MonthlyPrice = MonthlyPrice?.Cents, SystemId, Spec = Spec?.Text, Status, AdminStatus, Cpu, MemoryGb,
        DiskGb, BandwidthMbps, PortNum, PanelUrlCache = PanelUrlCache is null ? null : "***",
        AccessInfo = AccessInfo is null ? null : "***",
    };
}

/// <summary>What opens a VPS; blank keeps what is known.</summary>
public sealed record AccessFields(
    string? RemoteIp = null,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? PanelPassword = null,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? VncPassword = null,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? OsPassword = null)
{
    internal AccessInfo Over(AccessInfo known) =>
        new AccessInfo(Given(RemoteIp), Given(PanelPassword), Given(VncPassword), Given(OsPassword)).Over(known);

    public override string ToString() => "***";

    private static string Given(string? text) => string.IsNullOrWhiteSpace(text) ? "" : text;
}

internal sealed class VpsFieldsValidator : AbstractValidator<VpsFields>
{
    public VpsFieldsValidator()
    {
        RuleFor(form => form.PackageId).GreaterThanOrEqualTo(0);
        RuleFor(form => form.PackageName).Text(Vps.MaxName);
        RuleFor(form => form.MonthlyPrice).Must(price => price is null or { Cents: >= 0 and <= VpsLimits.MaxPriceCents })
            .WithMessage($"must be between 0 and {VpsLimits.MaxPriceCents / 100}");
        RuleFor(form => form.SystemId).GreaterThanOrEqualTo(0);
        RuleFor(form => form.Spec).Must(spec => spec is null || IsObject(spec.Value.Text))
            .WithMessage("must be a JSON object, not too long");
        RuleFor(form => form.Status).Must(word => word is null || WireNames.All<VpsStatus>().Contains(word))
            .WithMessage($"must be one of {string.Join(", ", WireNames.All<VpsStatus>())}");
        RuleFor(form => form.AdminStatus).Must(word => word is null || WireNames.All<VpsAdminStatus>().Contains(word))
            .WithMessage($"must be one of {string.Join(", ", WireNames.All<VpsAdminStatus>())}");
        RuleFor(form => form.Cpu).InclusiveBetween(0, VpsLimits.MaxSize);
        RuleFor(form => form.MemoryGb).InclusiveBetween(0, VpsLimits.MaxSize);
        RuleFor(form => form.DiskGb).InclusiveBetween(0, VpsLimits.MaxSize);
        RuleFor(form => form.BandwidthMbps).InclusiveBetween(0, VpsLimits.MaxSize);
        RuleFor(form => form.PortNum).InclusiveBetween(0, VpsLimits.MaxPorts);
        RuleFor(form => form.PanelUrlCache).Must(IsAddress).WithMessage("must be an address such as https://panel.example.com");
        RuleFor(form => form.AccessInfo).Must(access => access is null || Texts(access).All(text => text is not { Length: > 128 }))
            .WithMessage("must hold texts of at most 128 characters");

        // It is set again when the system is installed anew.
        RuleFor(form => form.AccessInfo!.OsPassword).OsPasswordOrBlank().When(form => form.AccessInfo is not null)
            .OverridePropertyName("access_info.os_password");
    }

    private static bool IsObject(string text)
    {
        if (text.Length > VpsLimits.MaxSpec)
            return false;

        using var json = JsonDocument.Parse(text);
        return json.RootElement.ValueKind == JsonValueKind.Object;
    }

    // Clients open what stands here.
    private static bool IsAddress(string? text) => string.IsNullOrWhiteSpace(text)
        || (text.Length <= VpsLimits.MaxUrl && Links.IsSafe(text)
            && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https");

    private static string?[] Texts(AccessFields access) => [access.RemoteIp, access.PanelPassword, access.VncPassword, access.OsPassword];
}
