namespace VpsPanel.Application.Proxies.TemplateLanguage;

/// <summary>What the output is for.</summary>
public enum RenderMode
{
    /// <summary>Values are printed as they are.</summary>
    Text,

    /// <summary>Printed values are escaped for element content and quoted attributes; a missing value prints nothing.</summary>
    Html,

    /// <summary>The output is one line without control characters, fit for a header: no value can start a line of its own.</summary>
    Line,
}
