using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Sales.Catalog.Commands;
using VpsPanel.Application.Servers.Upstream;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class IntegrationEndpoints
{
    public static void MapIntegrations(this RouteGroupBuilder admin)
    {
        admin.MapGet("/integrations/automation", GetAutomation).Needs("automation.view")
            .WithName("getAutomationSettings").WithSummary("Show the connection to the automation panel")
            .WithDescription("Its key is masked.");
        admin.MapPatch("/integrations/automation", ChangeAutomation).Needs("automation.update")
            .WithName("updateAutomationSettings").WithSummary("Change the connection to the automation panel");
        admin.MapPost("/integrations/automation/test", Try).Needs("automation.test")
            .WithName("testAutomation").WithSummary("Try whether the automation panel can be reached")
            .WithDescription("Changes nothing. A failure is named by its class.");
        admin.MapPost("/integrations/automation/sync", Sync).Needs("automation.sync")
            .WithName("syncCatalog").WithSummary("Read the catalog of the upstream");
    }

    private static async Task<ApiResult<AutomationAccount>> GetAutomation(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetAutomationAccount(), ct);

    private static async Task<ApiResult> ChangeAutomation(AutomationChange body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(body.ToCommand(), ct) is { IsSuccess: false, Error: var failure } ? Result.Fail(failure) : Result.Success;

    private static async Task<ApiResult<Reachable>> Try(IMediator mediator, CancellationToken ct) => await mediator.Send(new TryAutomation(), ct);

    private static async Task<ApiResult<SyncCounts>> Sync(string? mode, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SyncCatalog(mode?.Trim()), ct);
}

internal sealed record AutomationChange(
    string? BaseUrl,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? ApiKey,
    bool? Enabled,
    long? TimeoutSec,
    long? Retry,
    bool? DryRun)
{
    public ChangeAutomationAccount ToCommand() => new(BaseUrl, ApiKey, Enabled, TimeoutSec, Retry, DryRun);
}
