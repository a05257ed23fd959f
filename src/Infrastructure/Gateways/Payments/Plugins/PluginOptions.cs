namespace VpsPanel.Infrastructure.Gateways.Payments.Plugins;

/// <summary>Section <c>Plugins</c> of the configuration.</summary>
public sealed class PluginOptions
{
    /// <summary>Holds the folder that the setting names; the content root where it is empty. Nothing below it is served.</summary>
    public string Root { get; set; } = "";
}
