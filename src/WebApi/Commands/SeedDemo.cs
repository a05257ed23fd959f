using MediatR;
using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Identity.ApiKeys.Commands;
using VpsPanel.Application.Identity.Installation.Commands;
using VpsPanel.Application.Identity.Users.Commands;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings;
using VpsPanel.Application.Platform.Settings.Commands;
using VpsPanel.Application.Platform.Site;
using VpsPanel.Domain.Common;

namespace VpsPanel.WebApi.Commands;

/// <summary>Demo data made by real commands. Runs again without doing anything twice.</summary>
internal static class SeedDemo
{
    private const string Password = "P@ssw0rd!";

    private static readonly Func<IServiceProvider, CancellationToken, Task>[] Steps =
    [
        StandardData,
        People,
        RobotKey,
        SiteAddress,
        TimeZone,
        SeedCatalog.Run,
        SeedAutomation.Run,
        SeedPanel.Run,
        SeedNodes.Run,
    ];

    public static async Task Run(IServiceProvider services, CancellationToken ct)
    {
        foreach (var step in Steps)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RequestContext>().Set(Actor.System, "seed-demo", null);
            await step(scope.ServiceProvider, ct);
        }
    }

    /// <exception cref="InvalidOperationException">The step was refused: the demo would be incomplete.</exception>
    internal static void Demand(IOutcome outcome)
    {
        if (outcome.Error is { } error)
            throw new InvalidOperationException($"The demo data were refused: {error.Code} {error.Message}");
    }

    private static async Task People(IServiceProvider services, CancellationToken ct) =>
        Demand(await services.GetRequiredService<IMediator>().Send(new SeedAccounts(Password), ct));

    private static async Task StandardData(IServiceProvider services, CancellationToken ct) =>
        Demand(await services.GetRequiredService<IMediator>().Send(new SeedReferenceData(), ct));

    private static async Task RobotKey(IServiceProvider services, CancellationToken ct)
    {
        var raw = services.GetRequiredService<IConfiguration>()["Demo:RobotApiKey"];
        if (string.IsNullOrEmpty(raw) || await services.GetRequiredService<IKeyDirectory>().Find(raw, ct) is not null)
            return;

        Demand(await services.GetRequiredService<IMediator>().Send(new CreateApiKey("demo robot", ["robot"], null, raw), ct));
    }

    /// <summary>The demo is a shop in China, until somebody moves it, wherever the machine has the world's time zones.</summary>
    private static async Task TimeZone(IServiceProvider services, CancellationToken ct)
    {
        const string Zone = "Asia/Shanghai";
        var setting = BillingSettings.TimeZone;
        if (await services.GetRequiredService<ISettingStore>().FindByKey(setting.Key, ct) is not null || setting.Validate(Zone) is not null)
            return;

        Demand(await services.GetRequiredService<IMediator>().Send(new ChangeSettings([new SettingText(setting.Key, Zone)]), ct));
    }

    /// <summary>Links in profiles and mails lead back to the demo.</summary>
    private static async Task SiteAddress(IServiceProvider services, CancellationToken ct)
    {
        var address = services.GetRequiredService<IConfiguration>()["Demo:SiteUrl"];
        if (string.IsNullOrEmpty(address) || (await services.GetRequiredService<ISettings>().Get(SiteSettings.Url, ct)).Length > 0)
            return;

        Demand(await services.GetRequiredService<IMediator>().Send(new ChangeSettings([new SettingText(SiteSettings.Url.Key, address)]), ct));
    }
}
