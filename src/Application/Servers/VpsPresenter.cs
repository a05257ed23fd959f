using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Servers;

namespace VpsPanel.Application.Servers;

/// <summary>Turns stored rows into what their reader may see, with what follows from them.</summary>
internal sealed class VpsPresenter(VpsCredentialProtector credentials, ISettings settings, TimeProvider clock)
{
    public async Task<IReadOnlyList<VpsView>> Show(IReadOnlyList<VpsView> rows, bool withAccess, CancellationToken ct, bool forAdmin = false)
    {
        var now = clock.GetUtcNow();
        TimeSpan? grace = await settings.IsOn(VpsSettings.AutoDeleteEnabled, ct)
            ? TimeSpan.FromDays(await settings.Number(VpsSettings.AutoDeleteDays, ct))
            : null;
        return [.. rows.Select(row => Show(row, withAccess, forAdmin, grace, now))];
    }

    public async Task<Result<VpsView>> Show(VpsView? row, CancellationToken ct, bool forAdmin = false) =>
        row is null ? VpsErrors.NotFound : (await Show([row], withAccess: true, ct, forAdmin))[0];

    private VpsView Show(VpsView row, bool withAccess, bool forAdmin, TimeSpan? grace, DateTimeOffset now)
    {
        var suspended = Vps.Suspension(
            WireNames.Parse<VpsAdminStatus>(row.AdminStatus), WireNames.Parse<VpsStatus>(row.Status), row.ExpireAt, now) is not null;
        // What is stored may open a machine that is somebody else's by now.
        var hidden = suspended || row.IdentityLostAt is not null || !withAccess;
        var destroyAt = row.ExpireAt + grace;
        return row with
        {
            // Whoever has the panel's address needs no password.
            PanelUrlCache = hidden ? "" : row.PanelUrlCache,
            AccessInfo = hidden ? null : credentials.Unprotect(row.SealedAccess),
            SealedAccess = null,
            HostName = forAdmin ? row.HostName : null,
            IdentityFoundName = forAdmin ? row.IdentityFoundName : null,
            DestroyAt = destroyAt,
            DestroyInDays = destroyAt is { } end ? (int)Math.Ceiling((end - now).TotalDays) : null,
        };
    }
}
