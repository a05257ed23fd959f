namespace VpsPanel.Application.Billing.Payments.Plugins;

/// <summary>A file that may be a plugin. Its name without the extension is the key of the provider.</summary>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record PluginFile(string Key, string FileName, long Size, string Sha256);
