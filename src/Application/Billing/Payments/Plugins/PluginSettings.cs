using System.Text.RegularExpressions;
using VpsPanel.Application.Platform.Settings;

namespace VpsPanel.Application.Billing.Payments.Plugins;

[SettingAccess("plugin.list", "plugin.enable")]
public static partial class PluginSettings
{
    public static readonly Setting<IReadOnlyList<PluginApproval>> Approved = SettingKinds.Json<IReadOnlyList<PluginApproval>>(
        "payment_plugins",
        "[]",
        "Payment plugins that may run, each by the SHA-256 of its file; better edited by enabling a plugin.",
        "a JSON array of objects with key, path (a file name), sha256, name and fields",
        PluginJson.ReadApprovals);

    /// <summary>Below a root that only the configuration names: whoever edits settings must not choose among all programs.</summary>
    public static readonly Setting<string> Folder = new(
        "payment_plugin_dir",
        "plugins/payment",
        "Folder of the payment plugins, below the root of the configuration.",
        "a relative path of letters, digits, dashes, underscores and slashes",
        text => RelativePath().IsMatch(text) ? text : null);

    public static readonly Setting<string> UploadPassword = SettingKinds.Text(
        "payment_plugin_upload_password", "", "Asked for at every upload of a plugin; without one nothing can be uploaded.", 200,
        secret: true);

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}(/[A-Za-z0-9_-]{1,64}){0,5}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RelativePath();
}
