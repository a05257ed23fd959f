using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Delivery.Commands;
using VpsPanel.Application.Delivery.Queries;
using VpsPanel.Domain.Subscriptions;
using VpsPanel.WebApi.Http;

namespace VpsPanel.WebApi.Endpoints.Panel;

/// <summary>What the owner of a subscription sees and decides of its profile.</summary>
internal static class MySubscriptionProfileEndpoints
{
    public static void MapMySubscriptionProfiles(this RouteGroupBuilder user)
    {
        user.MapGet("/subscriptions/{id:long}/preview", Preview).WithSummary("What a client would get");
        user.MapPost("/subscriptions/{id:long}/template", Choose).WithSummary("Take another template; 0 keeps the present one");
        user.MapGet("/subscriptions/{id:long}/link", Link).WithSummary("The address for clients");
        user.MapPost("/subscriptions/{id:long}/rotate", Rotate)
            .WithSummary("A new address; unless rotate_credentials is false, new credentials on the nodes too");
    }

    private static async Task<Answer<PreviewView>> Preview(
        long id, [FromQuery(Name = "template_id")] string? templateId, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PreviewSubscription(new SubscriptionId(id), QueryText.Id(templateId)), ct);

    private static async Task<Answer<ChosenTemplateView>> Choose(
        long id, TemplateChoiceBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ChooseTemplate(new SubscriptionId(id), body.TemplateId ?? 0), ct);

    private static async Task<Answer<SubscriptionLinkView>> Link(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetSubscriptionLink(new SubscriptionId(id)), ct);

    private static async Task<Answer<SubscriptionLinkView>> Rotate(long id, RotationBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new RotateSubscription(new SubscriptionId(id), body?.RotateCredentials ?? true), ct);
}

public sealed record TemplateChoiceBody(long? TemplateId);

public sealed record RotationBody(bool? RotateCredentials);
