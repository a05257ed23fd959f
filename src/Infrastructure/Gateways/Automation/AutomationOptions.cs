namespace VpsPanel.Infrastructure.Gateways.Automation;

/// <summary>Section <c>Automation</c> of the configuration: what holds while the settings name no upstream.</summary>
public sealed class AutomationOptions
{
    public string BaseUrl { get; set; } = "";

    public string ApiKey { get; set; } = "";
}
