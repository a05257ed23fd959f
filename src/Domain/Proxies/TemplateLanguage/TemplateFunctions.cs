namespace VpsPanel.Domain.Proxies.TemplateLanguage;

/// <summary>Which functions a template calls, and in which order they take their arguments.</summary>
public enum TemplateFunctions
{
    /// <summary>This service's own: the text comes first.</summary>
    Panel,

    /// <summary>Those of the sprig library, as other panels' templates use them: the text comes last.</summary>
    Sprig,
}
