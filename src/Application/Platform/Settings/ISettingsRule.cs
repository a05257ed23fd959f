using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Settings;

/// <summary>Judges settings together, where none alone can tell whether it can ever work.</summary>
public interface ISettingsRule
{
    /// <summary>It is asked when one of these has changed.</summary>
    IReadOnlyList<string> Keys { get; }

    /// <summary>What is wrong with the values as the command at hand has left them, or null.</summary>
    Task<Error?> Judge(SettingEditor editor, CancellationToken ct);
}
