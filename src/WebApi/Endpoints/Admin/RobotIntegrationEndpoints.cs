using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Engagement.Robot.Commands;
using VpsPanel.Application.Engagement.Robot.Queries;
using VpsPanel.Application.Engagement.Webhooks.Commands;
using VpsPanel.Application.Engagement.Webhooks.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Webhooks;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class RobotIntegrationEndpoints
{
    public static void MapRobotIntegration(this RouteGroupBuilder admin)
    {
        admin.MapGet("/integrations/robot", Get).Needs("robot.view")
            .WithName("getRobotSettings").WithSummary("Show the robot and the webhooks").WithDescription("Secrets are masked.");
        admin.MapPatch("/integrations/robot", Change).Needs("robot.update")
            .WithName("updateRobotSettings").WithSummary("Change the robot and the webhooks")
            .WithDescription("`webhooks` replaces the list; a blank or masked secret stays.");
        admin.MapPost("/integrations/robot/test", Test).Needs("robot.test")
            .WithName("testWebhooks").WithSummary("Send a test event to the webhooks that want it");
        admin.MapPost("/integrations/robot/webhooks/try", Try).Needs("robot.test")
            .WithName("testWebhooksNow").WithSummary("Post a test event to one webhook, or to all, and tell how it went")
            .WithDescription("Nothing is queued. A failure is named by its class: `address_refused`, `timeout`, `unreachable`, `rejected`.");
        admin.MapGet("/integrations/robot/deliveries", List).Needs("robot.deliveries")
            .FilteredBy(
                ListFilter.Of<WebhookDeliveryStatus>(), ListFilter.AnyWord("hook"), ListFilter.AnyWord("event"))
            .WithName("listWebhookDeliveries").WithSummary("List what was sent to webhooks").WithDescription("Newest first.");
        admin.MapPost("/integrations/robot/deliveries/{id:long}/resend", Resend).Needs("robot.resend")
            .WithName("resendWebhookDelivery").WithSummary("Send a webhook again");
    }

    private static async Task<ApiResult<RobotView>> Get(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetRobot(), ct);

    private static async Task<ApiResult> Change(RobotBody body, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ChangeRobot(body.Webhooks, body.Url, body.Secret, body.Enabled), ct)).Done();

    private static async Task<ApiResult<WebhookTest>> Test(WebhookTestBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new TestWebhooks(body?.Event?.Trim() ?? "", body?.Data), ct);

    private static async Task<ApiResult<WebhookTrials>> Try(WebhookTrialBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new TryWebhooks(body?.Name?.Trim() ?? ""), ct);

    private static async Task<ApiResult<Page<WebhookDeliveryView>>> List(
        [AsParameters] WebhookQuery query, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListWebhookDeliveries(query.ToFilter(), page.ToPaging()), ct);

    private static async Task<ApiResult> Resend(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ResendWebhook(new WebhookDeliveryId(id)), ct);
}

/// <param name="Webhooks">A list of hooks; the rest is ignored then.</param>
public sealed record RobotBody(
    [property: JsonConverter(typeof(VerbatimJsonConverter))] RawJson? Webhooks,
    string? Url,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Secret,
    bool? Enabled);

/// <param name="Name">Of the webhook; all that are on when missing.</param>
public sealed record WebhookTrialBody(string? Name);

public sealed record WebhookTestBody(string? Event, RawJson? Data);

internal sealed record WebhookQuery
{
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "hook")]
    public string? Hook { get; init; }

    [FromQuery(Name = "event")]
    public string? Event { get; init; }

    [FromQuery(Name = "order_id")]
    public string? OrderId { get; init; }

    public WebhookFilter ToFilter() => new(Status, Hook, Event, QueryIds.Id(OrderId));
}
