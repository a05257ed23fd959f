using System.Globalization;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using VpsPanel.Application.Proxies.Profiles.Queries;
using VpsPanel.Application.Proxies.Traffic.Commands;
using VpsPanel.Domain.Proxies.Nodes;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.OpenApi;

namespace VpsPanel.WebApi.Endpoints.Node;

/// <summary>What the machines of the network say and ask, with an API key of their scope.</summary>
internal static class NodeReportEndpoints
{
    /// <summary>Of 10,000 counters, with room to spare.</summary>
    private const int MaxReportBytes = 4 * 1024 * 1024;

    public static void MapNodeReports(this RouteGroupBuilder nodes)
    {
        nodes.MapPost("/{id:long}/traffic", Report)
            .WithName("reportNodeTraffic").WithSummary("Report the traffic counters of a node")
            .WithDescription("Cumulative since `boot_id`; what was counted is not counted again.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxReportBytes));
        nodes.MapGet("/{id:long}/users", ListUsers)
            .WithName("listNodeUsers").WithSummary("List who may connect to a node now")
            .WithDescription("304 for a known `If-None-Match`.");
    }

    private static async Task<ApiResult<TrafficReceipt>> Report(long id, TrafficBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ReportTraffic(new NodeId(id), body.BootId, body.Sequence, body.ToCounters()), ct);

    private static async Task<NodeUsersResult> ListUsers(long id, HttpRequest request, IMediator mediator, CancellationToken ct) =>
        new(id, await mediator.Send(new ListNodeUsers(new NodeId(id), TagOf(request)), ct));

    private static string? TagOf(HttpRequest request) =>
        EntityTagHeaderValue.TryParse(request.Headers.IfNoneMatch.ToString(), out var tag) ? tag.Tag.ToString().Trim('"') : null;
}

/// <param name="BootId">Another one after every start of the node's counters; letters, digits and <c>. _ : -</c>.</param>
/// <param name="Sequence">From 1, growing with every report of the boot.</param>
/// <param name="Counters">At most 10000. Read one by one, so that one which is no counter does not spoil the others.</param>
public sealed record TrafficBody(
    string? BootId, long Sequence, [property: ItemsAre(typeof(CounterBody))] IReadOnlyList<JsonElement>? Counters)
{
    internal IReadOnlyList<UsedTraffic>? ToCounters() => Counters is null
        ? null
        : [.. Counters.Select(item => new UsedTraffic(Number(item, "subscription_id"), Number(item, "upload_bytes"), Number(item, "download_bytes")))];

    private static long? Number(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt64(out var number) => number,

            // As it stands: a text may hold half a character, which cannot be decoded.
            JsonValueKind.String when long.TryParse(
                value.GetRawText().Trim('"'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }
}

/// <summary>One counter of a report as it should be: bytes since the boot, each from 0 to 10^18.</summary>
public sealed record CounterBody(long SubscriptionId, long UploadBytes, long DownloadBytes);

public sealed record NodeUserList(long NodeId, IReadOnlyList<NodeUser> Users);
