using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Engagement.Mail;

internal static class EmailTemplateErrors
{
    public static Error NotFound { get; } = Error.NotFound("email_template.not_found", "template not found");

    public static Error NameTaken { get; } = Error.Conflict("email_template.name_taken", "conflict");
}
