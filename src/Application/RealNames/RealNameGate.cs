using VpsPanel.Application.Settings;
using VpsPanel.Domain.Accounts;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.RealNames;

namespace VpsPanel.Application.RealNames;

internal sealed class RealNameGate(ISettings settings, IRealNames names) : IRealNameGate
{
    public async Task<Result> Allow(UserId user, string action, CancellationToken ct)
    {
        if (!await settings.IsOn(RealNameSettings.Enabled, ct) || !RealNameActions.Cover(await settings.Blocked(ct), action))
            return Result.Success;

        return await names.Latest(user, ct) is { Status: RealNameStatus.Verified } ? Result.Success : RealNameErrors.Required;
    }
}
