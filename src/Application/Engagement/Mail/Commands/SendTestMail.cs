using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using FluentValidation;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Application.Proxies.TemplateLanguage;
using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail.Commands;

/// <summary>Sends a template or a text to an address right now.</summary>
/// <param name="TemplateName">Its subject and body are used where none are given; it need not be enabled.</param>
/// <param name="Variables">A JSON object; <c>now</c> is added.</param>
/// <param name="Html">Anything but true: decided by the look of the body.</param>
public sealed record SendTestMail(string To, string? TemplateName, string? Subject, string? Body, RawJson? Variables, bool? Html)
    : ICommand, IAudited
{
    public AuditRecord Audit(object? answer) => new("smtp.test", "smtp", "smtp", new { To, TemplateName });
}

internal sealed class SendTestMailValidator : AbstractValidator<SendTestMail>
{
    public SendTestMailValidator()
    {
        RuleFor(command => command.To).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("to required")
            .MaximumLength(254)
            .Must(to => !to.Any(char.IsControl) && MailAddress.TryCreate(to, out _)).WithMessage("must be a mail address");
        RuleFor(command => command.Body).NotEmpty().WithMessage("body required")
            .When(command => string.IsNullOrWhiteSpace(command.TemplateName));
        RuleFor(command => command.Subject).Subject();
        RuleFor(command => command.Body).Body();
        RuleFor(command => command.Variables)
            .Must(json => json is null || json.Value.Text.TrimStart() is ['{', ..] or "null").WithMessage("must be an object");
    }
}

internal sealed class SendTestMailHandler(IEmailTemplates templates, IMailer mailer, TimeProvider clock) : ICommandHandler<SendTestMail>
{
    public async Task<Result> Handle(SendTestMail request, CancellationToken cancellationToken)
    {
        var (subject, body) = (request.Subject, request.Body);
        if (!string.IsNullOrWhiteSpace(request.TemplateName))
        {
            if (await templates.FindByName(request.TemplateName, cancellationToken) is not { } template)
                return EmailTemplateErrors.NotFound;

            subject = string.IsNullOrWhiteSpace(subject) ? template.Subject : subject;
            body = string.IsNullOrWhiteSpace(body) ? template.Body : body;
        }

        subject = string.IsNullOrWhiteSpace(subject) ? "SMTP test" : subject;
        var written = MailText.Render(subject, body!, Values(request.Variables), clock, request.Html == true ? true : null);
        return written.IsSuccess
            ? await mailer.Send(written.Value.To(request.To, $"test-{Guid.NewGuid():N}"), cancellationToken)
            : written.Error;
    }

    private Dictionary<string, object?> Values(RawJson? variables)
    {
        using var json = JsonDocument.Parse(variables?.Text ?? "null");
        var given = TemplateData.From(json.RootElement) as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
        return new Dictionary<string, object?>(given)
        {
            ["now"] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
    }
}
