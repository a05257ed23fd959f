namespace VpsPanel.Application.Platform.Settings;

/// <summary>What several settings must keep together, whichever of them changes and by whichever route.</summary>
public interface ISettingRule
{
    /// <summary>It is judged when one of these changes.</summary>
    IReadOnlyList<Setting> Settings { get; }

    /// <summary>Null when the values, as the command at hand leaves them, go together.</summary>
    ValueTask<SettingComplaint?> Judge(SettingEditor editor, CancellationToken ct);
}

/// <summary>Why settings do not go together.</summary>
/// <param name="Text">Follows the name of the first setting.</param>
/// <param name="About">The settings in question; a refusal names the first one that the command changes.</param>
public sealed record SettingComplaint(string Text, params IReadOnlyList<Setting> About);
