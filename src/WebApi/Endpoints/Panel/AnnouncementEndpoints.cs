using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Engagement.Announcements;
using VpsPanel.Application.Engagement.Announcements.Commands;
using VpsPanel.Application.Engagement.Announcements.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Announcements;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Lists;
using VpsPanel.WebApi.Http.Panel;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Panel;

internal static class AnnouncementEndpoints
{
    public static void MapCurrentAnnouncements(this RouteGroupBuilder user) => user.MapGet("/announcements", ListCurrent)
        .FilteredBy(ListFilter.AnyWord("audience"))
        .WithName("listCurrentAnnouncements").WithSummary("List announcements to read now");

    public static void MapAnnouncements(this RouteGroupBuilder admin)
    {
        admin.MapGet("/announcements", List).Needs("announcement.list")
            .FilteredBy(
                ListFilter.Of<AnnouncementStatus>(), ListFilter.AnyWord("category"), ListFilter.AnyWord("audience"))
            .WithName("listAnnouncements").WithSummary("List announcements, drafts included");
        admin.MapPost("/announcements", Create).Needs("announcement.create")
            .WithName("createAnnouncement").WithSummary("Write an announcement").WithDescription("As a draft.");
        admin.MapPatch("/announcements/{id:long}", Update).Needs("announcement.update")
            .WithName("updateAnnouncement").WithSummary("Change an announcement");
        admin.MapPost("/announcements/{id:long}/publish", Publish).Needs("announcement.publish")
            .WithName("publishAnnouncement").WithSummary("Publish an announcement");
    }

    private static async Task<ApiResult<PublishedAnnouncementList>> ListCurrent(
        string? audience, string? limit, IMediator mediator, CancellationToken ct) =>
        (await mediator.Send(
            new ListPublishedAnnouncements(QueryText.Word(audience), PanelPageQuery.Take(limit)),
            ct)).Map(news => new PublishedAnnouncementList(news.Items));

    private static async Task<ApiResult<AnnouncementList>> List(
        string? q,
        string? status,
        string? category,
        string? audience,
        [AsParameters] PanelPageQuery page,
        IMediator mediator,
        CancellationToken ct)
    {
        var paging = page.ToPaging();
        var query = new ListAnnouncements(
            q, QueryText.Word(status), QueryText.Word(category), QueryText.Word(audience), page.Sort, page.Direction, paging);
        return (await mediator.Send(query, ct)).Map(news => new AnnouncementList(news.Items, Pagination.Of(paging, news.Total)));
    }

    private static async Task<ApiResult<AnnouncementView>> Create(NewAnnouncementBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateAnnouncement(body.ToFields()), ct);

    private static async Task<ApiResult<AnnouncementView>> Update(
        long id, AnnouncementFields? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateAnnouncement(new AnnouncementId(id), body ?? new AnnouncementFields()), ct);

    private static async Task<ApiResult<AnnouncementView>> Publish(
        long id, PublishAnnouncementBody? body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new PublishAnnouncement(new AnnouncementId(id), body?.VisibleTo?.Instant, body?.Operator ?? ""), ct);
}

public sealed record NewAnnouncementBody(
    string? Title,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Content,
    string? Category,
    string? Audience,
    bool? IsPinned,
    int? Priority,
    string? CreatedBy)
{
    internal AnnouncementFields ToFields() => new(Title, Content, Category, Audience, IsPinned, Priority, CreatedBy);
}

public sealed record PublishAnnouncementBody(UnixSeconds? VisibleTo, string? Operator);

public sealed record AnnouncementList(IReadOnlyList<AnnouncementView> Announcements, Pagination Pagination);

public sealed record PublishedAnnouncementList(IReadOnlyList<PublishedAnnouncementView> Announcements);
