using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Site;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Billing.Payments;

/// <summary>A provider that is switched on is one that can work, through whichever door its settings are changed.</summary>
internal sealed class ProvidersCanWork(PaymentProviders providers) : ISettingRule
{
    public IReadOnlyList<Setting> Settings { get; } = [PaymentSettings.Enabled, PaymentSettings.Config, SiteSettings.Url];

    public async ValueTask<Error?> Check(SettingEditor editor, CancellationToken ct)
    {
        var enabled = await editor.Current(PaymentSettings.Enabled, ct);
        var configs = await editor.Current(PaymentSettings.Config, ct);
        var site = await editor.Current(SiteSettings.Url, ct);
        foreach (var known in await providers.Known(ct))
        {
            if (PaymentProviders.Configure(known, enabled, configs, site) is not { Enabled: true, Obstacle: { } obstacle })
                continue;

            return obstacle.Kind == ErrorKind.Validation
                ? Error.Validation(PaymentSettings.Config.Key, $"{known.Key}: {obstacle.Message}", obstacle.Code)
                : obstacle;
        }

        return null;
    }
}
