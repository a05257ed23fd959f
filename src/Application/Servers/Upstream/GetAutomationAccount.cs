using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Servers.Upstream;

/// <summary>How the hypervisor panel is reached.</summary>
public sealed record GetAutomationAccount : IQuery<AutomationAccount>;

/// <param name="ApiKey">A mask where there is one.</param>
public sealed record AutomationAccount(string BaseUrl, string ApiKey, bool Enabled, long TimeoutSec, long Retry, bool DryRun);

internal sealed class GetAutomationAccountHandler(ISettings settings) : IQueryHandler<GetAutomationAccount, AutomationAccount>
{
    public async Task<Result<AutomationAccount>> Handle(GetAutomationAccount query, CancellationToken ct) => new AutomationAccount(
        await settings.Get(AutomationSettings.BaseUrl, ct),
        AutomationSettings.ApiKey.Shown(await settings.Get(AutomationSettings.ApiKey, ct)),
        await settings.IsOn(AutomationSettings.Enabled, ct),
        await settings.Number(AutomationSettings.TimeoutSec, ct),
        await settings.Number(AutomationSettings.Retry, ct),
        await settings.IsOn(AutomationSettings.DryRun, ct));
}
