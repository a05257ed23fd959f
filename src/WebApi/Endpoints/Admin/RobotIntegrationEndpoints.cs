using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Abstractions;
using VpsPanel.Application.Robot.Commands;
using VpsPanel.Application.Robot.Queries;
using VpsPanel.Application.Webhooks.Commands;
using VpsPanel.Application.Webhooks.Queries;
using VpsPanel.Domain.Webhooks;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class RobotIntegrationEndpoints
{
    public static void MapRobotIntegration(this RouteGroupBuilder admin)
    {
        admin.MapGet("/integrations/robot", Get).Needs("robot.view").WithSummary("The robot and the hooks; secrets are masked");
        admin.MapPatch("/integrations/robot", Change).Needs("robot.update")
            .WithSummary("Replace the list of hooks, or change the single address; a blank or masked secret stays");
        admin.MapPost("/integrations/robot/test", Test).Needs("robot.test").WithSummary("Send a test event to every hook that wants it");
        admin.MapGet("/integrations/robot/deliveries", List).Needs("robot.deliveries").WithSummary("What was sent to hooks, newest first")
            .FilteredBy(
                ListFilter.Of<WebhookDeliveryStatus>(), ListFilter.AnyWord("hook"), ListFilter.AnyWord("event"));
        admin.MapPost("/integrations/robot/deliveries/{id:long}/resend", Resend).Needs("robot.resend").WithSummary("Send it again, now");
    }

    private static async Task<Answer<RobotView>> Get(IMediator mediator, CancellationToken ct) => await mediator.Send(new GetRobot(), ct);

    private static async Task<Answer> Change(RobotBody body, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ChangeRobot(body.Webhooks, body.Url, body.Secret, body.Enabled), ct)).Done();

    private static async Task<Answer<WebhookTest>> Test(WebhookTestBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new TestWebhooks(body?.Event?.Trim() ?? "", body?.Data), ct);

    private static async Task<Answer<Page<WebhookDeliveryView>>> List(
        [AsParameters] WebhookQuery query, [AsParameters] PageQuery page, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListWebhookDeliveries(query.ToFilter(), page.ToPaging()), ct);

    private static async Task<Answer> Resend(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ResendWebhook(new WebhookDeliveryId(id)), ct);
}

/// <param name="Webhooks">A list of hooks; the rest is ignored then.</param>
public sealed record RobotBody(
    [property: JsonConverter(typeof(VerbatimJsonConverter))] RawJson? Webhooks,
    string? Url,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Secret,
    bool? Enabled);

public sealed record WebhookTestBody(string? Event, RawJson? Data);

internal sealed record WebhookQuery(
    [FromQuery(Name = "status")] string? Status,
    [FromQuery(Name = "hook")] string? Hook,
    [FromQuery(Name = "event")] string? Event,
    [FromQuery(Name = "order_id")] string? OrderId)
{
    public WebhookFilter ToFilter() => new(Status, Hook, Event, QueryIds.Id(OrderId));
}
