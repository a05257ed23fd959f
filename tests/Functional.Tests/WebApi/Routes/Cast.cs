using System.Net;
using Microsoft.Extensions.DependencyInjection;
using VpsPanel.Application.Identity.ApiKeys.Commands;
using VpsPanel.Application.Identity.Permissions;
using VpsPanel.Domain.Identity.Permissions;
using VpsPanel.Testing;
using Xunit;

namespace VpsPanel.Functional.Tests.WebApi.Routes;

/// <summary>Everybody who may try a route, from the one who may do everything to those who no longer may anything.</summary>
public sealed class Cast : IAsyncLifetime
{
    private readonly Dictionary<string, (Person, HttpClient)> _byCode = [];

    public PanelApp App { get; } = new();

    public Person Primary { get; private set; } = null!;

    public Person User { get; private set; } = null!;

    /// <summary>An admin whose only grant fits no route.</summary>
    public Person Powerless { get; private set; } = null!;

    /// <summary>Was an admin with every right a moment ago.</summary>
    public Person Disabled { get; private set; } = null!;

    public Person SignedOut { get; private set; } = null!;

    public Person Blocked { get; private set; } = null!;

    public HttpClient PowerlessKey { get; private set; } = null!;

    /// <summary>Its group grants everything, but it is not for the routes of admins.</summary>
    public HttpClient KeyWithoutScope { get; private set; } = null!;

    public HttpClient DisabledKey { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        Primary = await App.Primary();
        User = await App.NewUser();
        Powerless = await App.NewAdmin("nothing.at_all");
        Disabled = await App.NewAdmin("*");
        SignedOut = await App.NewUser();
        Blocked = await App.NewUser();
        PowerlessKey = (await Key("nothing.at_all", "admin")).Http;
        KeyWithoutScope = (await Key("*", "node")).Http;
        var disabled = await Key("*", "admin", "robot", "node");
        DisabledKey = disabled.Http;

        // Each of them is known to the service before it loses its rights.
        Demand(await Disabled.Http.Get("/admin/api/v1/users"));
        Demand(await Primary.Http.Patch($"/admin/api/v1/admins/{Disabled.Id.Value}/status", new { status = "disabled" }));
        Demand(await Blocked.Http.Get("/api/v1/me"));
        Demand(await Primary.Http.Patch($"/admin/api/v1/users/{Blocked.Id.Value}/status", new { status = "blocked" }));
        Demand(await SignedOut.Http.Post("/api/v1/auth/logout"));
        Demand(await DisabledKey.Get("/admin/api/v1/users"));
        Demand(await Primary.Http.Patch($"/admin/api/v1/api-keys/{disabled.Id}", new { status = "disabled" }));
    }

    public Task DisposeAsync() => App.DisposeAsync();

    /// <summary>An admin and a key with exactly this permission.</summary>
    public async Task<(Person Admin, HttpClient Key)> With(string code)
    {
        if (!_byCode.TryGetValue(code, out var both))
            _byCode[code] = both = (await App.NewAdmin(code), (await Key(code, "admin")).Http);

        return both;
    }

    private async Task<(HttpClient Http, long Id)> Key(string grant, params string[] scopes)
    {
        var group = await App.Work(async services =>
        {
            var created = PermissionGroup.Create($"keys {Guid.NewGuid():N}", "", [grant]);
            await services.GetRequiredService<IPermissionGroups>().Add(created, default);
            return created.Id.Value;
        });
        var key = await App.Send(new CreateApiKey("key", scopes, group));
        return (App.Client(key.ApiKey), key.Record.Id);
    }

    private static void Demand(Reply reply) => _ = reply.Ok;
}
