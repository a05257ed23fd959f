using MediatR;
using VpsPanel.Application.Identity.ApiKeys;
using VpsPanel.Application.Identity.ApiKeys.Commands;
using VpsPanel.Application.Identity.ApiKeys.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Identity.ApiKeys;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this RouteGroupBuilder admin)
    {
        admin.MapGet("/api-keys", List).Needs("api_key.list")
            .WithName("listApiKeys").WithSummary("List API keys");
        admin.MapPost("/api-keys", Create).Needs("api_key.create")
            .WithName("createApiKey").WithSummary("Create an API key").WithDescription("The key itself is in this answer only.");
        admin.MapPatch("/api-keys/{id:long}", SetStatus).Needs("api_key.update")
            .WithName("setApiKeyStatus").WithSummary("Switch an API key on or off");
    }

    private static async Task<ApiResult<Page<ApiKeyView>>> List([AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListApiKeys(page.ToPaging()), ct);

    private static async Task<ApiResult<NewApiKey>> Create(ApiKeyBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateApiKey(body.Name, body.Scopes, body.PermissionGroupId), ct);

    private static async Task<ApiResult> SetStatus(long id, SwitchBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SetApiKeyStatus(new ApiKeyId(id), body.Status), ct);
}

internal sealed record ApiKeyBody(string? Name, IReadOnlyList<string>? Scopes, long? PermissionGroupId);
