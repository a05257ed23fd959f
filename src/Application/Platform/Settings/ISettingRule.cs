using VpsPanel.Domain.Common;

namespace VpsPanel.Application.Platform.Settings;

/// <summary>What several settings must keep together, whichever of them changes and by whichever route.</summary>
public interface ISettingRule
{
    /// <summary>It is judged when one of these changes.</summary>
    IReadOnlyList<Setting> Settings { get; }

    /// <summary>Null when the values, as the command at hand leaves them, go together.</summary>
    ValueTask<Error?> Check(SettingEditor editor, CancellationToken ct);
}
