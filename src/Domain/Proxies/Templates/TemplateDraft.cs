using VpsPanel.Domain.Proxies.TemplateLanguage;

namespace VpsPanel.Domain.Proxies.Templates;

/// <summary>What an admin writes.</summary>
/// <param name="Variables">JSON text of a checked map of variables.</param>
public sealed record TemplateDraft(string Name, string Description, TemplateFormat Format, string Content, string Variables,
    TemplateFunctions Functions = TemplateFunctions.Panel);
