using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Identity.RealNames.Commands;
using VpsPanel.Application.Identity.RealNames.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Identity.RealNames;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class RealNameEndpoints
{
    public static void MapRealNames(this RouteGroupBuilder admin)
    {
        admin.MapGet("/realname/config", Config).Needs("realname.view")
            .WithName("getRealNameSettings").WithSummary("Show how real names are checked");
        admin.MapPatch("/realname/config", ChangeConfig).Needs("realname.update")
            .WithName("updateRealNameSettings").WithSummary("Change how real names are checked");
        admin.MapGet("/realname/providers", Providers).Needs("realname.list")
            .WithName("listRealNameProviders").WithSummary("List who can check real names");
        admin.MapGet("/realname/records", Records).Needs("realname.list")
            .WithName("listRealNameChecks").WithSummary("List attempts to prove a real name").WithDescription("Newest first.");
        admin.MapPatch("/users/{id:long}/realname-status", Override).Needs("user.update")
            .WithName("decideRealNameCheck").WithSummary("Decide on a user's latest real-name check");
    }

    private static async Task<ApiResult<RealNameConfig>> Config(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetRealNameConfig(), ct);

    private static async Task<ApiResult> ChangeConfig(RealNameConfigBody body, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ChangeRealNameConfig(body.Enabled, body.Provider, body.BlockActions), ct)).Done();

    private static async Task<ApiResult<Listing<RealNameProviderView>>> Providers(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListRealNameProviders(), ct);

    private static async Task<ApiResult<Page<RealNameView>>> Records(
        [FromQuery(Name = "user_id")] string? userId, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListRealNames(QueryIds.Id(userId), page.ToPaging()), ct);

    private static async Task<ApiResult<RealNameView>> Override(long id, RealNameDecision body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new OverrideRealName(new UserId(id), body.Status, body.Reason?.Trim() ?? ""), ct);
}

internal sealed record RealNameConfigBody(bool? Enabled, string? Provider, IReadOnlyList<string>? BlockActions);

internal sealed record RealNameDecision([property: WordsOf(typeof(RealNameStatus))] string? Status, string? Reason);
