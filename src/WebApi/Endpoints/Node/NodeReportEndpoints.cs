using MediatR;
using Microsoft.Net.Http.Headers;
using VpsPanel.Application.Nodes.Commands;
using VpsPanel.Application.Nodes.Queries;
using VpsPanel.Domain.Nodes;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Node;

/// <summary>What the machines of the network say and ask, with an API key of their scope.</summary>
internal static class NodeReportEndpoints
{
    public static void MapNodeReports(this RouteGroupBuilder nodes)
    {
        nodes.MapPost("/{id:long}/traffic", Report).WithSummary("Report cumulative traffic counters");
        nodes.MapGet("/{id:long}/users", ListUsers).WithSummary("Who may connect now; answers 304 to a known ETag");
    }

    private static async Task<Answer<TrafficReceipt>> Report(long id, TrafficBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReportTraffic(new NodeId(id), body.BootId, body.Sequence, body.Counters), ct);

    private static async Task<UsersAnswer> ListUsers(long id, HttpRequest request, IMediator mediator, CancellationToken ct) =>
        new(id, await mediator.Send(new ListNodeUsers(new NodeId(id), TagOf(request)), ct));

    private static string? TagOf(HttpRequest request) =>
        EntityTagHeaderValue.TryParse(request.Headers.IfNoneMatch.ToString(), out var tag) ? tag.Tag.ToString().Trim('"') : null;
}

/// <param name="BootId">Another one after every start of the node's counters; letters, digits and <c>. _ : -</c>.</param>
/// <param name="Sequence">From 1, growing with every report of the boot.</param>
/// <param name="Counters">At most 1000.</param>
public sealed record TrafficBody(string? BootId, long Sequence, IReadOnlyList<UsedTraffic>? Counters);

public sealed record NodeUserList(long NodeId, IReadOnlyList<NodeUser> Users);
