using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Sales.Catalog;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Create;

/// <param name="PlanGroupId">That of the package; 0 without one.</param>
internal sealed record VpsDraft(VpsTerms Terms, long PlanGroupId);

/// <summary>Fills from the catalog what an admin left open about a new VPS.</summary>
internal sealed class VpsOffers(IOffers offers, IRegions regions, VpsCatalogReferences parts)
{
    public const int DefaultPorts = 30;

    public async Task<Result<VpsDraft>> Draft(NewVps form, CancellationToken ct)
    {
        var named = await parts.Check(form.Fields, ct);
        if (!named.IsSuccess)
            return named.Error;

        var offer = form.Fields.PackageId is > 0 and var id ? await offers.Find(new PackageId(id), default, default, ct) : null;
        var region = form.RegionId > 0 ? await regions.Find(new RegionId(form.RegionId), ct) : offer?.Region;
        if (form.RegionId > 0 && region is null)
            return Error.Validation("region_id", "region_id is no region", "region.not_found");

        var terms = named.Value.Over(new VpsTerms(
            region?.Id.Value ?? 0,
            form.Region.Length > 0 ? form.Region : region?.Name ?? "",
            form.LineId > 0 ? form.LineId : offer?.Group.LineId ?? 0,
            0,
            "",
            0,
            offer?.Package.Cores ?? 0,
            offer?.Package.MemoryGb ?? 0,
            offer?.Package.DiskGb ?? 0,
            offer?.Package.BandwidthMbps ?? 0,
            offer?.Package.PortNum is > 0 and var ports ? ports : DefaultPorts,
            offer?.Package.MonthlyPrice.Cents ?? 0,
            "{}",
            VpsStatus.Unknown,
            VpsAdminStatus.Normal,
            ""));
        return new VpsDraft(terms, offer?.Group.Id.Value ?? 0);
    }
}
