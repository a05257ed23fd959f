using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Proxies.Profiles.Commands;
using VpsPanel.Application.Proxies.Profiles.Queries;
using VpsPanel.Domain.Sales.Subscriptions;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Panel;

/// <summary>What the owner of a subscription sees and decides of its profile.</summary>
internal static class MySubscriptionProfileEndpoints
{
    public static void MapMySubscriptionProfiles(this RouteGroupBuilder user)
    {
        user.MapGet("/subscriptions/{id:long}/preview", Preview)
            .WithName("previewMySubscription").WithSummary("Preview what a client gets");
        user.MapPost("/subscriptions/{id:long}/template", Choose)
            .WithName("chooseMySubscriptionTemplate").WithSummary("Choose the template of a subscription")
            .WithDescription("0 keeps the present one.");
        user.MapGet("/subscriptions/{id:long}/link", Link)
            .WithName("getMySubscriptionLink").WithSummary("Show the address for clients");
        user.MapPost("/subscriptions/{id:long}/rotate", Rotate)
            .WithName("rotateMySubscriptionLink").WithSummary("Replace the address for clients")
            .WithDescription("Unless `rotate_credentials` is false, with new credentials on the nodes.");
    }

    private static async Task<ApiResult<PreviewView>> Preview(
        long id, [FromQuery(Name = "template_id")] string? templateId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PreviewSubscription(new SubscriptionId(id), QueryText.Id(templateId)), ct);

    private static async Task<ApiResult<ChosenTemplateView>> Choose(
        long id, TemplateChoiceBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ChooseTemplate(new SubscriptionId(id), body.TemplateId ?? 0), ct);

    private static async Task<ApiResult<SubscriptionLinkView>> Link(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetSubscriptionLink(new SubscriptionId(id)), ct);

    private static async Task<ApiResult<SubscriptionLinkView>> Rotate(
        long id, RotationBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RotateSubscription(new SubscriptionId(id), body?.RotateCredentials ?? true), ct);
}

public sealed record TemplateChoiceBody(long? TemplateId);

public sealed record RotationBody(bool? RotateCredentials);
