using MediatR;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Platform.Site.Queries;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Public;

internal static class SiteEndpoints
{
    public static void MapSiteSettings(this RouteGroupBuilder routes) =>
        routes.MapGet("/site/settings", List)
            .WithName("listSiteSettings").WithSummary("List what anyone may know of the settings");

    private static async Task<ApiResult<Listing<SiteSetting>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListSiteSettings(), ct);
}
