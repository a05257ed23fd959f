namespace VpsPanel.Application.Proxies.TemplateLanguage.Functions;

/// <summary>A map that the template made, so that it may change it; those that it was given belong to others.</summary>
internal sealed class MadeMap() : Dictionary<string, object?>(StringComparer.Ordinal);
