using MediatR;
using VpsPanel.Application.Identity.RealNames;
using VpsPanel.Application.Identity.RealNames.Commands;
using VpsPanel.Application.Identity.RealNames.Queries;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class RealNameEndpoints
{
    public static void MapMyRealName(this RouteGroupBuilder user)
    {
        user.MapGet("/realname/status", Show)
            .WithName("getMyRealNameStatus").WithSummary("Show whether I have proved my real name")
            .WithDescription("And whether it is needed.");
        user.MapPost("/realname/verify", Verify)
            .WithName("verifyMyRealName").WithSummary("Prove my real name")
            .WithDescription("A failed check is an answer, too: see `status`.");
    }

    private static async Task<ApiResult<RealNameState>> Show(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetMyRealName(), ct);

    private static async Task<ApiResult<RealNameView>> Verify(RealNameBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new VerifyRealName(body.RealName ?? "", body.IdNumber ?? ""), ct);
}

internal sealed record RealNameBody(string? RealName, string? IdNumber);
