using FluentValidation;
using VpsPanel.Application.Engagement.Mail.Queries;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Mail;

namespace VpsPanel.Application.Engagement.Mail.Commands;

/// <summary>An enabled template must render; a disabled one is a draft and may be broken.</summary>
public sealed record CreateEmailTemplate(string Name, string Subject, string Body, bool Enabled) : ICommand<EmailTemplateView>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("email_template.upsert", "email_template", $"{((EmailTemplateView)answer!).Id}", new { Name });
}

internal sealed class CreateEmailTemplateValidator : AbstractValidator<CreateEmailTemplate>
{
    public CreateEmailTemplateValidator()
    {
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.Subject).Subject();
        RuleFor(command => command.Body).Body();
    }
}

internal sealed class CreateEmailTemplateHandler(IEmailTemplates templates, FreshSession fresh, TimeProvider clock)
    : ICommandHandler<CreateEmailTemplate, EmailTemplateView>
{
    public async Task<Result<EmailTemplateView>> Handle(CreateEmailTemplate request, CancellationToken cancellationToken)
    {
        if (request.Enabled && MailText.Check(request.Subject, request.Body, clock) is { IsSuccess: false } broken)
            return broken.Error;

        if (DefaultMail.IsSecret(request.Name) && await fresh.ForCredentials(cancellationToken) is { } refused)
            return refused;

        if (await templates.FindByName(request.Name, cancellationToken) is not null)
            return EmailTemplateErrors.NameTaken;

        var template = EmailTemplate.Create(request.Name, request.Subject, request.Body, request.Enabled);
        await templates.Add(template, cancellationToken);
        return EmailTemplateView.Of(template);
    }
}
