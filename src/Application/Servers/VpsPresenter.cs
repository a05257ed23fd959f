using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>Turns stored rows into what their reader may see, with what follows from them.</summary>
internal sealed class VpsPresenter(VpsCredentialProtector credentials, ISettings settings, TimeProvider clock)
{
    public async Task<IReadOnlyList<VpsView>> Show(IReadOnlyList<VpsView> rows, bool withAccess, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        TimeSpan? grace = await settings.IsOn(VpsSettings.AutoDeleteEnabled, ct)
            ? TimeSpan.FromDays(await settings.Number(VpsSettings.AutoDeleteDays, ct))
            : null;
        return [.. rows.Select(row => Show(row, withAccess, grace, now))];
    }

    public async Task<Result<VpsView>> Show(VpsView? row, CancellationToken ct) =>
        row is null ? VpsErrors.NotFound : (await Show([row], withAccess: true, ct))[0];

    private VpsView Show(VpsView row, bool withAccess, TimeSpan? grace, DateTimeOffset now)
    {
        var suspended = Vps.Suspension(
            WireNames.Parse<VpsAdminStatus>(row.AdminStatus), WireNames.Parse<VpsStatus>(row.Status), row.ExpireAt, now) is not null;
        var destroyAt = row.ExpireAt + grace;
        return row with
        {
            // Whoever has the panel's address needs no password.
            PanelUrlCache = withAccess && !suspended ? row.PanelUrlCache : "",
            AccessInfo = withAccess && !suspended ? credentials.Unprotect(row.SealedAccess) : null,
            SealedAccess = null,
            DestroyAt = destroyAt,
            DestroyInDays = destroyAt is { } end ? (int)Math.Ceiling((end - now).TotalDays) : null,
        };
    }
}
