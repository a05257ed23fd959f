using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Engagement.Mail.Commands;
using VpsPanel.Application.Engagement.Mail.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Engagement.Mail;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class EmailTemplateEndpoints
{
    public static void MapEmailTemplates(this RouteGroupBuilder routes)
    {
        routes.MapGet("/email-templates", List).Needs("email_template.list")
            .WithName("listEmailTemplates").WithSummary("List mail templates");
        routes.MapPost("/email-templates", Create).Needs("email_template.create")
            .WithName("createEmailTemplate").WithSummary("Create a mail template").WithDescription("An enabled one must render.");
        routes.MapPatch("/email-templates/{id:long}", Update).Needs("email_template.update")
            .WithName("updateEmailTemplate").WithSummary("Change a mail template")
            .WithDescription("Only what is given changes; an enabled one must render.");
        routes.MapDelete("/email-templates/{id:long}", Delete).Needs("email_template.delete")
            .WithName("deleteEmailTemplate").WithSummary("Delete a mail template");
    }

    private static async Task<ApiResult<Listing<EmailTemplateView>>> List(IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new ListEmailTemplates(), ct);

    private static async Task<ApiResult<EmailTemplateView>> Create(EmailTemplateBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new CreateEmailTemplate(body.Name ?? "", body.Subject ?? "", body.Body ?? "", body.Enabled ?? false), ct);

    private static async Task<ApiResult<EmailTemplateView>> Update(
        long id, EmailTemplateBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new UpdateEmailTemplate(new EmailTemplateId(id), body.Name, body.Subject, body.Body, body.Enabled), ct);

    private static async Task<ApiResult> Delete(long id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new DeleteEmailTemplate(new EmailTemplateId(id)), ct);
}

public sealed record EmailTemplateBody(
    string? Name,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Subject,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Body,
    bool? Enabled);
