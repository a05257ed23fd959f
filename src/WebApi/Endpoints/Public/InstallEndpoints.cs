using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Identity.Installation;
using VpsPanel.Application.Identity.Installation.Commands;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Public;

internal static class InstallEndpoints
{
    public static void MapInstall(this RouteGroupBuilder routes)
    {
        routes.MapGet("/install/status", Status)
            .WithName("getInstallStatus").WithSummary("Tell whether the installation is done");
        routes.MapPost("/install/db/check", CheckDatabase)
            .WithName("checkInstallDatabase").WithSummary("Try a database connection during the installation");
        routes.MapPost("/install", Install)
            .WithName("installService").WithSummary("Create the first administrator and finish the installation");
    }

    private static async Task<InstallStatus> Status(IInstallationStatus gate, CancellationToken ct) => new(await gate.IsInstalled(ct));

    private static async Task<ApiResult> CheckDatabase(DatabaseCheckBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CheckDatabase(body.Db?.Type, body.Db?.Dsn, body.SetupCode), ct);

    private static async Task<ApiResult<Installed>> Install(InstallBody body, IMediator mediator, CancellationToken ct)
    {
        var installed = await mediator.Send(
            new Install(body.Site?.Name, body.Site?.Url, body.Admin?.Username, body.Admin?.Email, body.Admin?.Password, body.SetupCode),
            ct);
        return installed.IsSuccess ? Result.Of(Installed.Done) : (Result<Installed>)installed.Error;
    }
}

internal sealed record InstallStatus(bool Installed);

/// <summary>The database of the service itself is chosen by its configuration, so nothing has to be restarted.</summary>
internal sealed record Installed(bool Ok, bool RestartRequired, string ConfigFile)
{
    internal static Installed Done { get; } = new(true, false, "");
}

internal sealed record DatabaseCheckBody(DatabaseBody? Db, [property: JsonConverter(typeof(VerbatimTextConverter))] string? SetupCode);

/// <param name="Type">postgres (default) or sqlserver.</param>
/// <param name="Dsn">A connection string.</param>
internal sealed record DatabaseBody(string? Type, string? Dsn);

internal sealed record InstallBody(
    SiteBody? Site,
    FirstAdminBody? Admin,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? SetupCode);

internal sealed record SiteBody(string? Name, string? Url);

internal sealed record FirstAdminBody(
    string? Username,
    string? Email,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Password);
