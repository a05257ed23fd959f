using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.RealNames;

namespace VpsPanel.Application.Identity.RealNames;

internal sealed class RealNamePolicy(ISettings settings, IRealNames names) : IRealNamePolicy
{
    public async Task<Result> Allow(UserId user, string action, CancellationToken ct)
    {
        if (!await settings.IsOn(RealNameSettings.Enabled, ct) || !RealNameActions.Cover(await settings.Blocked(ct), action))
            return Result.Success;

        return await names.Latest(user, ct) is { Status: RealNameStatus.Verified } ? Result.Success : RealNameErrors.Required;
    }
}
