namespace VpsPanel.Domain.Proxies.Templates;

/// <summary>What the output of a template is. All are written in the one template language.</summary>
public enum TemplateFormat
{
    GoTemplate,
    Text,
    Yaml,
    Json,
}
