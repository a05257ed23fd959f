using MediatR;
using VpsPanel.Application.RealNames;
using VpsPanel.Application.RealNames.Commands;
using VpsPanel.Application.RealNames.Queries;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.User;

internal static class RealNameEndpoints
{
    public static void MapMyRealName(this RouteGroupBuilder user)
    {
        user.MapGet("/realname/status", Show).WithSummary("Whether a real name is needed, and whether I have proved mine");
        user.MapPost("/realname/verify", Verify).WithSummary("Prove who I am; a failed check is an answer, too");
    }

    private static async Task<Answer<RealNameState>> Show(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetMyRealName(), ct);

    private static async Task<Answer<RealNameView>> Verify(RealNameBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new VerifyRealName(body.RealName ?? "", body.IdNumber ?? ""), ct);
}

internal sealed record RealNameBody(string? RealName, string? IdNumber);
