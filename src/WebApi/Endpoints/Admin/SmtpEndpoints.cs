using System.Text.Json.Serialization;
using MediatR;
using VpsPanel.Application.Engagement.Mail.Commands;
using VpsPanel.Application.Engagement.Mail.Queries;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.WebApi.Http;
using VpsPanel.WebApi.Http.Security;

namespace VpsPanel.WebApi.Endpoints.Admin;

internal static class SmtpEndpoints
{
    public static void MapSmtp(this RouteGroupBuilder routes)
    {
        routes.MapGet("/integrations/smtp", Get).Needs("smtp.view")
            .WithName("getSmtpSettings").WithSummary("Show the mail server").WithDescription("Its password is masked.");
        routes.MapPatch("/integrations/smtp", Change).Needs("smtp.update")
            .WithName("updateSmtpSettings").WithSummary("Change the mail server")
            .WithDescription("Only what is given changes; a blank or masked password stays.");
        routes.MapPost("/integrations/smtp/test", Test).Needs("smtp.test")
            .WithName("sendTestMail").WithSummary("Send a test mail now")
            .WithDescription(
                "502 `smtp.failed` names in `details.reason` what went wrong: `unreachable`, `tls`, `certificate`, `login_refused`, `sender_refused`, "
                + "`recipient_refused`, `message_refused` or `timed_out`. The server's own words are not repeated.");
    }

    private static async Task<ApiResult<SmtpView>> Get(IMediator mediator, CancellationToken ct) => await mediator.Send(new GetSmtp(), ct);

    private static async Task<ApiResult> Change(SmtpBody body, IMediator mediator, CancellationToken ct)
    {
        var (port, user) = (body.Port?.PlainText(), body.User);
        var changed = await mediator.Send(new ChangeSmtp(body.Host, port, body.Security, user, body.Pass, body.From, body.Enabled), ct);
        return changed.IsSuccess ? Result.Success : (Result)changed.Error;
    }

    private static async Task<ApiResult> Test(SmtpTestBody body, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new SendTestMail(body.To ?? "", body.TemplateName, body.Subject, body.Body, body.Variables, body.Html), ct);
}

/// <param name="Port">A number or its text.</param>
/// <param name="Security"><c>auto</c>, <c>implicit</c>, <c>starttls</c>, or <c>none</c> for a server on this machine.</param>
public sealed record SmtpBody(
    string? Host,
    RawJson? Port,
    string? Security,
    string? User,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Pass,
    string? From,
    bool? Enabled);

public sealed record SmtpTestBody(
    string? To,
    string? TemplateName,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Subject,
    [property: JsonConverter(typeof(VerbatimTextConverter))] string? Body,
    RawJson? Variables,
    bool? Html);
