using VpsPanel.Application.Identity.Installation;
using VpsPanel.Application.Platform.Abstractions;

namespace VpsPanel.Infrastructure.Identity;

internal sealed class InstallationStatus(IReadDb db) : IInstallationStatus
{
    private static readonly Sql<Args, long> Admins = new("select cast(count(*) as bigint) from users u where u.is_admin = @Yes");

    private volatile bool _installed;

    public async ValueTask<bool> IsInstalled(CancellationToken ct)
    {
        if (!_installed)
            _installed = await db.Scalar(Admins, new Args(true), ct) > 0;

        return _installed;
    }

    internal sealed record Args(bool Yes);
}
