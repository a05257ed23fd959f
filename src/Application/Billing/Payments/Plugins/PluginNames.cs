using System.Text.RegularExpressions;

namespace VpsPanel.Application.Billing.Payments.Plugins;

public static partial class PluginNames
{
    /// <summary>The provider's key; null for a name that no plugin may have.</summary>
    public static string? KeyOf(string fileName)
    {
        var match = Proper().Match(fileName);
        return match.Success ? match.Groups["key"].Value : null;
    }

    [GeneratedRegex(@"\A(?<key>[A-Za-z0-9][A-Za-z0-9_-]{0,31})(\.[A-Za-z0-9]{1,8})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Proper();
}
