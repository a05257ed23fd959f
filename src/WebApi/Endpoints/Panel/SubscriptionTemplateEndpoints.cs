using MediatR;
using Microsoft.AspNetCore.Mvc;
using VpsPanel.Application.Proxies.Templates;
using VpsPanel.Application.Proxies.Templates.Commands;
using VpsPanel.Application.Proxies.Templates.Queries;
using VpsPanel.Domain.Proxies.Templates;
using VpsPanel.Domain.Sales.Subscriptions;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class SubscriptionTemplateEndpoints
{
    private static ListFilter ByFormat { get; } = ListFilter.Of<TemplateFormat>("format") with
    {
        Aliases = new Dictionary<string, string> { ["gotemplate"] = "go_template", ["text/template"] = "go_template" },
    };

    public static void MapSubscriptionTemplates(this RouteGroupBuilder admin)
    {
        admin.MapGet("/subscription-templates", List).Needs("subscription_template.list")
            .FilteredBy(
                ListFilter.AnyWord("client_type"), ByFormat, ListFilter.Flag("include_drafts"))
            .WithName("listSubscriptionTemplates").WithSummary("List subscription templates");
        admin.MapPost("/subscription-templates", Create).Needs("subscription_template.create")
            .WithName("createSubscriptionTemplate").WithSummary("Create a subscription template").WithDescription("As a draft.");
        admin.MapPatch("/subscription-templates/{id:long}", Update).Needs("subscription_template.update")
            .WithName("updateSubscriptionTemplate").WithSummary("Change the draft of a subscription template");
        admin.MapPost("/subscription-templates/{id:long}/publish", Publish).Needs("subscription_template.publish")
            .WithName("publishSubscriptionTemplate").WithSummary("Publish the draft of a subscription template")
            .WithDescription("It must render.");
        admin.MapGet("/subscription-templates/{id:long}/history", History).Needs("subscription_template.list")
            .WithName("listSubscriptionTemplateVersions").WithSummary("List the publications of a subscription template")
            .WithDescription("With their contents.");
    }

    private static async Task<ApiResult<TemplateList>> List(
        string? q,
        [FromQuery(Name = "client_type")] string? clientType,
        string? format,
        [FromQuery(Name = "include_drafts")] string? includeDrafts,
        [AsParameters] PanelPageQuery page,
        IMediator mediator,
        CancellationToken ct)
    {
        var paging = page.ToPaging();
        var query = new ListSubscriptionTemplates(
            q, QueryText.Word(clientType), QueryText.Word(format), QueryText.Flag(includeDrafts) ?? false, page.Sort, page.Direction,
            paging);
        return (await mediator.Send(query, ct)).Map(found => new TemplateList(found.Items, Pagination.Of(paging, found.Total)));
    }

    private static async Task<ApiResult<TemplateView>> Create(TemplateFields body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateSubscriptionTemplate(body), ct);

    private static async Task<ApiResult<TemplateView>> Update(long id, TemplateFields? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateSubscriptionTemplate(new SubscriptionTemplateId(id), body ?? new TemplateFields()), ct);

    private static async Task<ApiResult<PublishedTemplateView>> Publish(
        long id, PublishBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PublishSubscriptionTemplate(new SubscriptionTemplateId(id), body?.Changelog, body?.Operator), ct);

    private static async Task<ApiResult<TemplateHistory>> History(long id, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(new ListTemplateVersions(new SubscriptionTemplateId(id)), ct))
            .Map(found => new TemplateHistory(id, found.Items));
}

public sealed record TemplateList(IReadOnlyList<TemplateView> Templates, Pagination Pagination);

public sealed record TemplateHistory(long TemplateId, IReadOnlyList<TemplateVersionView> History);

public sealed record PublishBody(string? Changelog, string? Operator);
