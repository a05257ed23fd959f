using VpsPanel.Domain.Common;

namespace VpsPanel.Domain.Proxies.Templates;

public static class TemplateErrors
{
    public static Error NotFound { get; } = Error.NotFound("subscription_template.not_found", "template not found");

    public static Error NameTaken { get; } = Error.Conflict("subscription_template.name_taken", "conflict");

    public static Error NotAvailable { get; } =
        Error.Forbidden("subscription_template.not_available", "the template is not available for this subscription");
}
