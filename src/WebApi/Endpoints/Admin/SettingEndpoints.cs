using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Settings.Commands;
using VpsPanel.Application.Platform.Settings.Queries;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class SettingEndpoints
{
    public static void MapSettings(this RouteGroupBuilder routes)
    {
        routes.MapGet("/settings", List).Needs("settings.view")
            .WithName("listSettings").WithSummary("List all settings")
            .WithDescription("With their values or defaults; secrets are masked.");
        routes.MapPatch("/settings", Change).Needs("settings.update")
            .WithName("updateSettings").WithSummary("Change settings")
            .WithDescription(
                "One by `key` and `value`, or several by `items`: all of them or none. `null` removes a secret; a blank one or its mask leaves it. "
                + "403 names the keys that take another permission.");
    }

    private static async Task<ApiResult<Listing<SettingView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListSettings(), ct);

    private static async Task<ApiResult<SettingsChanged>> Change(ChangeSettingsBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ChangeSettings(body.Texts()), ct);
}

/// <summary>Either one key with its value, or items.</summary>
public sealed record ChangeSettingsBody(
    string? Key,
    [property: JsonConverter(typeof(NullOrVerbatimJsonConverter))] RawJson? Value,
    IReadOnlyList<SettingBody?>? Items)
{
    internal IReadOnlyList<SettingText> Texts() => Items is null
        ? Key is null ? [] : [new SettingBody(Key, Value).Text()]
        : [.. Items.Select(item => (item ?? new SettingBody(null, null)).Text())];
}

/// <summary>A value may be text, a number, a boolean, or the JSON that a JSON setting holds.</summary>
public sealed record SettingBody(string? Key, [property: JsonConverter(typeof(NullOrVerbatimJsonConverter))] RawJson? Value)
{
    internal SettingText Text() => new(Key ?? "", Value is { } value ? value.Text == "null" ? null : value.PlainText() : "");
}
