using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers.Resize;

/// <summary>What another size would cost the owner now.</summary>
public sealed record QuoteResize(VpsId Id, ResizeRequest Request) : IQuery<QuotedResize>;

public sealed record QuotedResize(ResizeQuote Quote);

/// <param name="ChargeAmount">Negative when the VPS becomes cheaper.</param>
public sealed record ResizeQuote(
    long VpsId,
    CartSpec Spec,
    long CurrentPackageId,
    int CurrentCpu,
    int CurrentMemGb,
    int CurrentDiskGb,
    int CurrentBwMbps,
    long TargetPackageId,
    int TargetCpu,
    int TargetMemGb,
    int TargetDiskGb,
    int TargetBwMbps,
    Yuan ChargeAmount,
    Yuan RefundAmount,
    bool RefundToWallet);

internal sealed class QuoteResizeHandler(IVpsRepository vpsRepository, ResizeQuotes quotes, IRealNamePolicy gate, ICurrentActor actor)
    : IQueryHandler<QuoteResize, QuotedResize>
{
    public async Task<Result<QuotedResize>> Handle(QuoteResize query, CancellationToken ct)
    {
        if (await vpsRepository.Find(query.Id, ct) is not { } vps || !vps.IsOwnedBy(actor.UserId))
            return VpsErrors.NotFound;

        var allowed = await gate.Allow(actor.UserId, RealNameActions.ResizeVps, ct);
        if (!allowed.IsSuccess)
            return allowed.Error;

        var offer = await quotes.Quote(vps, query.Request, ct);
        return offer.Map(offered => new QuotedResize(View(vps, offered.Spec)));
    }

    private static ResizeQuote View(Vps vps, ResizeSpec spec) => new(
        spec.VpsId,
        spec.Spec,
        spec.CurrentPackageId,
        vps.Cpu,
        vps.MemoryGb,
        vps.DiskGb,
        vps.BandwidthMbps,
        spec.TargetPackageId,
        spec.TargetCpu,
        spec.TargetMemGb,
        spec.TargetDiskGb,
        spec.TargetBwMbps,
        new Yuan(spec.ChargeAmount),
        new Yuan(spec.RefundAmount),
        spec.RefundToWallet);
}
