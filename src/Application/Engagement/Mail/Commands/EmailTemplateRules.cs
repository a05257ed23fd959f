using FluentValidation;
using VpsPanel.Domain.Engagement.Mail;

namespace VpsPanel.Application.Engagement.Mail.Commands;

internal static class EmailTemplateRules
{
    public const int MaxBody = 100_000;

    public static void Name<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("name required")
        .MaximumLength(EmailTemplate.MaxName)
        .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("must be one line");

    public static void Subject<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(EmailTemplate.MaxSubject)
        .Must(subject => subject is null || !subject.Any(char.IsControl)).WithMessage("must be one line");

    public static void Body<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(MaxBody);
}
