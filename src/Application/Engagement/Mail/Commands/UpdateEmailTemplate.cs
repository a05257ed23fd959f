using FluentValidation;
using VpsPanel.Application.Engagement.Mail.Queries;
using VpsPanel.Application.Identity.Sessions;
using VpsPanel.Application.Platform.Abstractions;
using VpsPanel.Domain.Common;
using VpsPanel.Domain.Engagement.Mail;

namespace VpsPanel.Application.Engagement.Mail.Commands;

/// <summary>What is null stays as it is.</summary>
public sealed record UpdateEmailTemplate(EmailTemplateId Id, string? Name, string? Subject, string? Body, bool? Enabled)
    : ICommand<EmailTemplateView>, IAudited
{
    public AuditRecord Audit(object? answer) =>
        new("email_template.upsert", "email_template", $"{Id.Value}", new { ((EmailTemplateView)answer!).Name });
}

internal sealed class UpdateEmailTemplateValidator : AbstractValidator<UpdateEmailTemplate>
{
    public UpdateEmailTemplateValidator()
    {
        When(command => command.Name is not null, () => RuleFor(command => command.Name).Name());
        RuleFor(command => command.Subject).Subject();
        RuleFor(command => command.Body).Body();
    }
}

internal sealed class UpdateEmailTemplateHandler(IEmailTemplates templates, FreshSession fresh, TimeProvider clock)
    : ICommandHandler<UpdateEmailTemplate, EmailTemplateView>
{
    public async Task<Result<EmailTemplateView>> Handle(UpdateEmailTemplate request, CancellationToken cancellationToken)
    {
        if (await templates.FindForUpdate(request.Id, cancellationToken) is not { } template)
            return EmailTemplateErrors.NotFound;

        var (name, subject) = (request.Name ?? template.Name, request.Subject ?? template.Subject);
        var (body, enabled) = (request.Body ?? template.Body, request.Enabled ?? template.Enabled);
        if ((DefaultMail.IsSecret(template.Name) || DefaultMail.IsSecret(name)) && await fresh.ForCredentials(cancellationToken) is { } refused)
            return refused;

        if (enabled && MailText.Check(subject, body, clock) is { IsSuccess: false } broken)
            return broken.Error;

        if (await templates.FindByName(name, cancellationToken) is { } twin && twin.Id != template.Id)
            return EmailTemplateErrors.NameTaken;

        template.Change(name, subject, body, enabled);
        return EmailTemplateView.Of(template);
    }
}
